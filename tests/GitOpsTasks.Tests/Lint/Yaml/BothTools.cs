using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Lets yamllint and this tool check the same files, and compares line for line.</summary>
internal static partial class BothTools
{
    private const string Syntax = "not YAML";

    /// <summary>Where they differ: an entry for each file, with the lines of yamllint (-) and of this tool (+).</summary>
    /// <param name="place">Where the files are.</param>
    /// <param name="files">Their names.</param>
    /// <param name="configuration">Absolute path.</param>
    public static async Task<List<string>> CompareAsync(Workplace place, IReadOnlyList<string> files, string configuration)
    {
        var theirs = Yamllint.Check(place.Folder, files, configuration);
        var ours = await CheckAsync(place, configuration);
        var differences = new List<string>();
        foreach (var (file, lines) in theirs)
        {
            var (left, right) = (Normal(lines ?? []), Normal(ours.GetValueOrDefault(file) ?? []));
            if (lines is null || left.SequenceEqual(right))
                continue;
            var text = await File.ReadAllTextAsync(place.PathOf(file));
            if (MixesLineEnds(text))
                continue;
            if (ReviewedSyntax.ReasonFor(text, SyntaxLineOf(left), SyntaxLineOf(right)) is null)
                differences.Add($"{Path.GetFileName(configuration)} {file} {text.ReplaceLineEndings("\\n")}\n- {string.Join("\n- ", left)}\n+ {string.Join("\n+ ", right)}");
        }

        return differences;
    }

    private static async Task<Dictionary<string, string[]>> CheckAsync(Workplace place, string configuration)
    {
        var inputs = new InputValues().Add("only", "yaml").Add("format", "parsable").Add("yamllint-config", configuration);
        var outcome = await LintTask.Declaration.RunAsync(inputs, place.Context(), TestContext.Current.CancellationToken);
        outcome.FormattedDiagnostics.ShouldNotBeNull();
        return outcome.FormattedDiagnostics.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
            .ToDictionary(lines => lines.Key, lines => lines.ToArray());
    }

    private static int? SyntaxLineOf(List<string> lines) =>
        lines.Find(line => line.EndsWith(Syntax, StringComparison.Ordinal)) is { } found ? int.Parse(found.Split(':', ' ')[1]) : null;

    // yamllint counts the blank lines of each kind of line end apart.
    private static bool MixesLineEnds(string text) => text.Contains("\r\n", StringComparison.Ordinal) && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n');

    // A syntax error is told in words of each tool's own: the line has to be the same.
    private static List<string> Normal(string[] lines) => [.. lines.Select(line => SyntaxLine().Replace(line, "$1 " + Syntax))];

    [GeneratedRegex(@"\A(.+?:\d+):\d+: \[error\] syntax error: .* \(syntax\)\z")]
    private static partial Regex SyntaxLine();
}
