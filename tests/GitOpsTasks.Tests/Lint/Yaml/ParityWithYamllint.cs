using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint.Yaml;

public sealed class ParityWithYamllint : IDisposable
{
    private const int LeastSnippets = 600;
    private const int LeastConfigurations = 10;
    private const int OneInQuickRun = 40;
    private readonly Workplace _place = new();

    public static TheoryData<string> Configurations =>
        [.. Directory.GetFiles(LintTestData.Configurations).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _place.Dispose();

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Of_every_line_about_a_snippet(string configuration)
    {
        Snippets.Written.Length.ShouldBeGreaterThan(LeastSnippets);
        Configurations.Count.ShouldBeGreaterThan(LeastConfigurations);
        await CompareAsync(Snippets.Written, configuration);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task Of_every_line_about_a_varied_snippet(string configuration)
    {
        var isFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";
        var varied = Snippets.Varied(seed: 1, each: 8).Where((_, index) => isFull || index % OneInQuickRun == 0);
        await CompareAsync([.. varied.Select(text => new Snippet(text))], configuration, skipsOneSided: true);
    }

    [Theory]
    [InlineData("%FOO\n")]
    [InlineData("? |\n  a\n: b\n? |\n  a\n: c\n")]
    public Task Of_a_text_that_variation_found(string text) => CompareAsync([new Snippet(text)], "documents.yaml");

    private async Task CompareAsync(IReadOnlyList<Snippet> snippets, string configuration, bool skipsOneSided = false)
    {
        var differences = await BothTools.CompareAsync(_place, snippets, Path.Combine(LintTestData.Configurations, configuration), skipsOneSided);
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(5)));
    }
}
