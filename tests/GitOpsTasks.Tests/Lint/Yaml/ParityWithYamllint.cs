using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint.Yaml;

public sealed class ParityWithYamllint : IDisposable
{
    private const int LeastSnippets = 600;
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";
    private readonly Workplace _place = new();

    public static TheoryData<string> Configurations =>
        [.. Directory.GetFiles(LintTestData.Configurations).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _place.Dispose();

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Of_every_line_about_a_snippet(string configuration)
    {
        string[] texts = [.. Snippets.Written, .. Snippets.Varied(seed: 1, each: IsFull ? 20 : 2).Take(IsFull ? int.MaxValue : 350)];
        texts.Length.ShouldBeGreaterThan(LeastSnippets);
        var files = texts.Select((_, number) => $"{number:00000}.yaml").ToArray();
        foreach (var (file, text) in files.Zip(texts))
            _place.Write(file, text);
        await CompareAsync(files, configuration);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Of_every_line_about_a_file_of_the_corpus(string configuration)
    {
        var files = new List<string>();
        foreach (var source in SourcesOf("flux2-kustomize-helm-example", "argocd-example-apps", "yaml-test-suite"))
        {
            files.Add($"{files.Count:00000}.yaml");
            File.Copy(source, _place.PathOf(files[^1]));
        }

        await CompareAsync(files, configuration);
    }

    private static IEnumerable<string> SourcesOf(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Corpus.Find(folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Where((_, number) => IsFull || number % 7 == 0);

    private async Task CompareAsync(IReadOnlyList<string> files, string configuration)
    {
        var differences = await BothTools.CompareAsync(_place, files, Path.Combine(LintTestData.Configurations, configuration));
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(5)));
    }
}
