using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Tests.Lint;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>The cases of yaml-test-suite, read with YamlDotNet from the corpus.</summary>
internal static partial class YamlTestSuite
{
    private static readonly Lazy<IReadOnlyDictionary<string, SuiteCase>> Loaded = new(Load);

    /// <summary>The cases by id. Skips the test where the corpus is absent.</summary>
    public static IReadOnlyDictionary<string, SuiteCase> Cases => Loaded.Value;

    private static Dictionary<string, SuiteCase> Load() =>
        Directory.EnumerateFiles(Path.Combine(Corpus.Find("yaml-test-suite"), "src"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .SelectMany(CasesOf)
            .ToDictionary(found => found.Id);

    // A field that a case leaves out is that of the case before it; only "fail" is said anew each time.
    private static IEnumerable<SuiteCase> CasesOf(string file)
    {
        var stream = new YamlStream();
        using (var reader = new StreamReader(file))
            stream.Load(reader);
        var entries = ((YamlSequenceNode)stream.Documents[0].RootNode).Children.Cast<YamlMappingNode>().ToList();
        var (yaml, tree, skipped) = ("", "", false);
        for (var i = 0; i < entries.Count; i++)
        {
            yaml = TextOf(entries[i], "yaml") ?? yaml;
            tree = TextOf(entries[i], "tree") ?? tree;
            skipped |= TextOf(entries[i], "skip") is not null;
            var name = Path.GetFileNameWithoutExtension(file);
            var id = entries.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}/{i:000}");
            if (!skipped)
                yield return new SuiteCase(id, Unmark(yaml), EventsOf(tree), TextOf(entries[i], "fail") == "true");
        }
    }

    private static string? TextOf(YamlMappingNode entry, string key) =>
        entry.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlScalarNode)value).Value : null;

    private static string[] EventsOf(string tree) =>
        [.. tree.Split('\n').Select(line => Unmark(line.TrimStart(' '))).Where(line => line.Length > 0)];

    private static string Unmark(string text) =>
        Tab().Replace(text.Replace('␣', ' '), "\t")
            .Replace("⇔", "\uFEFF", StringComparison.Ordinal)
            .Replace("↵", "", StringComparison.Ordinal)
            .Replace("∎\n", "", StringComparison.Ordinal)
            .Replace('←', '\r');

    [GeneratedRegex("—*»", RegexOptions.CultureInvariant)]
    private static partial Regex Tab();
}
