using GitOpsTasks.Hosts.Tests.Actions;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Scenario;

/// <summary>
/// A bump of dev and the promotion to staging, by the command, by the container of a workflow, by MSBuild and by Cake, each on a
/// repository of its own that begins the same: what the commits, the pull request and the outputs say has to be the same. Where
/// a pull request is seen names the repository and the number, and is the one thing that may differ.
/// </summary>
public sealed class DoingTheSameInEveryHost(ActionContainer container, PackedHosts packed) : IAsyncLifetime
{
    private readonly GitHubFake _github = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _github.DisposeAsync();

    [Fact]
    public async Task Comes_to_the_same_commits_pull_requests_and_outputs()
    {
        var expected = await RunAsync("command", new CommandHost());
        expected.Log.Count.ShouldBe(3, "the first files, the bump, the promotion");
        expected.Outputs.ShouldContain("bump changed=true");
        expected.Outputs.ShouldContain("promote states=web-to-staging=opened");
        foreach (var (name, host) in new (string, ITaskHost)[] { ("container", new ContainerHost(container)), ("msbuild", new MSBuildHost(packed)), ("cake", new CakeHost(packed)) })
        {
            var actual = await RunAsync(name, host);
            actual.Outputs.ShouldBe(expected.Outputs, name);
            actual.Log.ShouldBe(expected.Log, name);
            actual.Refs.ShouldBe(expected.Refs, name);
            actual.PullRequest.ShouldBe(expected.PullRequest, name);
        }
    }

    private async Task<Traces> RunAsync(string name, ITaskHost host)
    {
        using (host)
        {
            var repository = await _github.AddRepositoryAsync("acme", $"gitops-{name}");
            await repository.Git.CommitAsync("main", Environments.Files("1.1.0", "1.0.0"));
            var bumped = await host.RunAsync(
                "bump",
                new Dictionary<string, string> { ["repository"] = repository.Url, ["path"] = "apps/web/overlays/dev", ["image"] = "ghcr.io/acme/web:1.2.0", ["push"] = "true" },
                Variables());
            var promoted = await host.RunAsync(
                "promote", new Dictionary<string, string> { ["repository"] = repository.Url, ["from"] = "dev", ["to"] = "staging" }, Variables());
            var pull = repository.Pulls.ShouldHaveSingleItem(name);
            return new Traces(
                [.. Lines("bump", bumped, repository), .. Lines("promote", promoted, repository)],
                [.. (await repository.Git.GitAsync("log", "--format=%H %s", "gitops/promote/web-to-staging")).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                [.. (await repository.Git.RefsAsync()).Where(pair => pair.Key.StartsWith("refs/heads/", StringComparison.Ordinal)).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)],
                $"{pull.Title}\n{pull.Body}".Replace(repository.FullName, "REPOSITORY", StringComparison.Ordinal));
        }
    }

    private Dictionary<string, string> Variables() => new()
    {
        ["SOURCE_DATE_EPOCH"] = "1790000100",
        ["GIT_AUTHOR_NAME"] = "alice",
        ["GIT_AUTHOR_EMAIL"] = "alice@example.com",
        ["GIT_COMMITTER_NAME"] = "alice",
        ["GIT_COMMITTER_EMAIL"] = "alice@example.com",
        ["GITOPS_TOKEN"] = _github.Token,
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_SERVER_URL"] = _github.Url,
        ["GITHUB_API_URL"] = _github.ApiUrl,
        ["GITHUB_REPOSITORY"] = "acme/web",
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_SHA"] = "6f1c0a6e0d6c1e6d0b6a5c4d3e2f1a0b9c8d7e6f",
        ["GITHUB_RUN_ID"] = "17",
    };

    private static IEnumerable<string> Lines(string task, IReadOnlyDictionary<string, string> outputs, GitHubFakeRepository repository) => outputs
        .Select(output => $"{task} {output.Key}={output.Value.Replace(repository.FullName, "REPOSITORY", StringComparison.Ordinal)}").Order(StringComparer.Ordinal);

    private sealed record Traces(IReadOnlyList<string> Outputs, IReadOnlyList<string> Log, IReadOnlyList<string> Refs, string PullRequest);
}
