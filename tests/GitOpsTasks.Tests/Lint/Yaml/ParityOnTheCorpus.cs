using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Lint.Yaml;

public sealed class ParityOnTheCorpus : IDisposable
{
    private const int Shares = 3;
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";

    // The file's name in the corpus, and why yamllint alone refuses it.
    private static readonly (string File, string Reason)[] s_refused =
        [("kustomize-guestbook/guestbook-ui-svc.yaml", "White space at the end of a line may be tabs (6.2).")];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [MemberData(nameof(ParityWithYamllint.Configurations), MemberType = typeof(ParityWithYamllint))]
    public async Task Of_every_line_about_a_file(string configuration)
    {
        var differences = await BothTools.CompareAsync(
            _place,
            [.. FilesOf("flux2-kustomize-helm-example"), .. FilesOf("argocd-example-apps"), .. ShareOf("yaml-test-suite", configuration)],
            Path.Combine(LintTestData.Configurations, configuration));
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(5)));
    }

    // Each file with every third configuration, unless the run is a full one.
    private static IEnumerable<Snippet> ShareOf(string repository, string configuration)
    {
        var share = ParityWithYamllint.Configurations.Select(row => row.Data).TakeWhile(name => name != configuration).Count() % Shares;
        return FilesOf(repository).Where((_, number) => IsFull || number % Shares == share);
    }

    private static IEnumerable<Snippet> FilesOf(string repository)
    {
        foreach (var file in Directory.EnumerateFiles(Corpus.Find(repository), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var refused = s_refused.FirstOrDefault(known => file.EndsWith("/" + known.File, StringComparison.Ordinal));
            yield return new Snippet(File.ReadAllText(file), refused.File is null ? null : "yamllint", refused.Reason);
        }
    }
}
