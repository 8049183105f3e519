using System.Text;
using GitOpsTasks.Lint;
using GitOpsTasks.Lint.Fixing;
using GitOpsTasks.Tests.Lint.Yaml;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint;

public sealed class MendingManyFiles : LintedWithInputs
{
    private const string Rules = "{trailing-spaces: on, new-lines: on, new-line-at-end-of-file: on, comments: on, document-start: on, empty-lines: on, truthy: on, octal-values: on}";

    [Fact]
    public async Task Keeps_what_snippets_mean_and_finds_nothing_more_to_mend()
    {
        var texts = Snippets.Written.Select(snippet => snippet.Text).Concat(Snippets.Varied(seed: 5, each: 2)).ToArray();
        for (var at = 0; at < texts.Length; at++)
            File.WriteAllBytes(Place.PathOf($"s{at:d5}.yaml"), Encoding.UTF8.GetBytes(texts[at]));
        await MendTwiceAsync();
    }

    [Fact]
    public async Task Keeps_what_real_files_mean_and_finds_nothing_more_to_mend()
    {
        var number = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Find(""), "*.y*ml", SearchOption.AllDirectories).Where(file => new FileInfo(file).LinkTarget is null).Order().Take(3000))
            File.Copy(file, Place.PathOf($"c{number++:d5}.yaml"));
        number.ShouldBeGreaterThan(100);
        await MendTwiceAsync();
    }

    private async Task MendTwiceAsync()
    {
        Place.Write(".gitops-lint.yaml", $"preset: gitops\nlayers: [yaml]\nrules: {Rules}\n");
        var before = Read();
        var outcome = await RunAsync(("fix", "true"));
        var after = Read();
        outcome.Diagnostics.Where(finding => finding.Code == LintCodes.FixRefused)
            .Select(finding => $"{finding.Message} {Encoding.UTF8.GetString(before[Place.PathOf(finding.Place!.File)])}").ShouldBeEmpty();
        ResultOf(outcome).Mended.Count.ShouldBeGreaterThan(before.Count / 10);
        foreach (var (path, content) in before)
        {
            if (!content.AsSpan().SequenceEqual(after[path]))
                Scalars(after[path]).ShouldBe(Scalars(content), Encoding.UTF8.GetString(content));
        }

        ResultOf(await RunAsync(("fix", "true"))).Mended.ShouldBeEmpty();
    }

    // Another way to compare than the product's: the events, with all that a reader sees but quotes and line ends.
    private static List<string> Scalars(byte[] content)
    {
        var file = YamlFile.Parse(content, "");
        file.IsValid.ShouldBeTrue();
        return [.. file.Events.Select(at => $"{at.Kind} {at.Node?.Anchor} {at.Node?.Tag} {at.Node?.Value}")];
    }

    private Dictionary<string, byte[]> Read() =>
        Directory.EnumerateFiles(Place.Folder).Where(file => !file.EndsWith("-lint.yaml", StringComparison.Ordinal)).ToDictionary(file => file, File.ReadAllBytes);
}
