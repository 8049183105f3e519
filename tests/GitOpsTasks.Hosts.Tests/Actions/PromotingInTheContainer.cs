using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class PromotingInTheContainer(ActionContainer container) : IAsyncLifetime
{
    private readonly RunnerJob _job = new();
    private readonly GitHubFake _github = new();
    private GitHubFakeRepository _repository = null!;

    public async ValueTask InitializeAsync()
    {
        _repository = await _github.AddRepositoryAsync("acme", "gitops");
        await _repository.Git.CommitAsync("main", Environments.Files("1.1.0", "1.0.0"));
        _job.Variables["GITHUB_SERVER_URL"] = _github.Url;
        _job.Variables["GITHUB_API_URL"] = _github.ApiUrl;
        _job.Variables["GITHUB_REPOSITORY"] = "acme/gitops";
        _job.Variables["GITOPS_TOKEN"] = _github.Token;
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _job.Dispose();
    }

    [Theory]
    [InlineData("git")]
    [InlineData("api")]
    public async Task Opens_a_pull_request_without_a_checkout(string via)
    {
        var run = await _job.RunAsync(
            container,
            "actions/promote",
            new() { ["from"] = "dev", ["to"] = "staging", ["repository"] = _repository.Url, ["via"] = via, ["label"] = "promotion\nweb", ["dry-run"] = "false" },
            network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        var pull = _repository.Pulls.ShouldHaveSingleItem();
        run.Outputs["pull-request-numbers"].ShouldBe("1");
        run.Outputs["branches"].ShouldBe("gitops/promote/web-to-staging");
        run.Outputs["states"].ShouldBe("web-to-staging=opened");
        run.Summary.ShouldContain("web");
        pull.Labels.ShouldBe(["promotion", "web"], ignoreOrder: true);
        pull.Body!.ShouldMatch(@"(?m)^\+ +- image: ghcr\.io/acme/web:1\.1\.0$", "the image has a kustomize to render with");
        (await _repository.Git.ReadAsync(pull.HeadRef, "apps/web/overlays/staging/kustomization.yaml"))!.ShouldContain("newTag: 1.1.0");
    }

    [Fact]
    public async Task Writes_nothing_when_it_is_asked_to_show()
    {
        var run = await _job.RunAsync(
            container, "actions/promote", new() { ["from"] = "dev", ["repository"] = _repository.Url, ["dry-run"] = "true" }, network: "host");
        run.ExitCode.ShouldBe(0, run.ToString());
        _github.Mutations.ShouldBeEmpty();
        run.Outputs["changed"].ShouldBe("false");
    }
}
