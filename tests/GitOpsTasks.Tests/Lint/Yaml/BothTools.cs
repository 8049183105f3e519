using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Lets yamllint and this tool check the same texts, and compares line for line.</summary>
internal static partial class BothTools
{
    private const string Syntax = "not YAML";

    /// <summary>Where they differ: an entry for each text, with the lines of yamllint (-) and of this tool (+).</summary>
    /// <param name="place">An empty folder.</param>
    /// <param name="snippets">The texts.</param>
    /// <param name="configuration">Absolute path.</param>
    /// <param name="skipsOneSided">Whether texts that only one of the tools takes for YAML are passed over, reviewed or not.</param>
    public static async Task<List<string>> CompareAsync(
        Workplace place, IReadOnlyList<Snippet> snippets, string configuration, bool skipsOneSided = false)
    {
        var files = snippets.Select((_, number) => $"{number:00000}.yaml").ToArray();
        foreach (var (file, snippet) in files.Zip(snippets))
            place.Write(file, snippet.Text);
        var theirs = Task.Run(() => Yamllint.Check(place.Folder, files, configuration), TestContext.Current.CancellationToken);
        var ours = await CheckAsync(place, configuration);
        var checkedByBoth = await theirs;
        var differences = new List<string>();
        foreach (var (file, snippet) in files.Zip(snippets))
        {
            if (checkedByBoth[file] is not { } lines || MixesLineEnds(snippet.Text))
                continue;
            var (left, right) = (Normal(lines), Normal(ours.GetValueOrDefault(file) ?? []));
            var (leftRefuses, rightRefuses) = (SyntaxLineOf(left) is not null, SyntaxLineOf(right) is not null);
            if (snippet.Explains(leftRefuses, rightRefuses) || (skipsOneSided && leftRefuses != rightRefuses))
                continue;
            if (leftRefuses && rightRefuses && skipsOneSided)
                (left, right) = (WithoutGuesses(left), WithoutGuesses(right));
            if (!left.SequenceEqual(right) || snippet.OnlyRefusedBy is not null)
                differences.Add($"{Path.GetFileName(configuration)} {file} {snippet.Text.ReplaceLineEndings("\\n")}\n- {string.Join("\n- ", left)}\n+ {string.Join("\n+ ", right)}");
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

    // Where brackets or keys do not match, each tool guesses in its own way what the lines behind are inside of.
    private static List<string> WithoutGuesses(List<string> lines) =>
        [.. lines.Take(lines.FindIndex(line => line.EndsWith(Syntax, StringComparison.Ordinal)))
            .Where(line => !line.EndsWith("(indentation)", StringComparison.Ordinal))];

    // yamllint counts the blank lines of each kind of line end apart.
    private static bool MixesLineEnds(string text) => text.Contains("\r\n", StringComparison.Ordinal) && text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n');

    // A syntax error is told in words of each tool's own: the line has to be the same.
    private static List<string> Normal(string[] lines) => [.. lines.Select(line => SyntaxLine().Replace(line, "$1 " + Syntax))];

    [GeneratedRegex(@"\A(.+?:\d+):\d+: \[error\] syntax error: .* \(syntax\)\z")]
    private static partial Regex SyntaxLine();
}
