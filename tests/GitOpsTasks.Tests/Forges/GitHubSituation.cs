using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>A repository <c>acme/gitops</c> on the fake GitHub, with <c>main</c> and a branch one commit ahead of it.</summary>
public abstract class GitHubSituation : IAsyncLifetime
{
    protected const string Branch = "gitops/web-to-staging";

    internal InstantTime Time { get; } = new();

    protected GitHubFake GitHub { get; } = new();

    protected GitHubFakeRepository Repository { get; private set; } = null!;

    protected GitHubForge Forge { get; private set; } = null!;

    protected static PullRequestDraft Draft { get; } = new("Promote web to staging", "From dev.", Branch, "main");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Repository = await GitHub.AddRepositoryAsync("acme", "gitops");
        await Repository.Git.CommitAsync("main", "web.yaml", "tag: 1\n");
        await Repository.Git.CommitAsync(Branch, "web.yaml", "tag: 2\n", from: "main");
        Forge = ForgeWith(("GITOPS_TOKEN", GitHub.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected GitHubForge ForgeWith(params (string Name, string Value)[] variables)
    {
        var context = TestEngine.Context(Time, variables);
        return new GitHubForge(context, GitHubRepository.From($"{Repository.Url}.git", context.Environment));
    }

    protected async Task<TaskFailedException> FailureOfAsync(Func<Task> action)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(action);
        failure.ToString().ShouldNotContain(GitHub.Token);
        failure.Diagnostics[0].Advice.ShouldNotBeNullOrEmpty();
        return failure;
    }

    protected async Task<GitHubFakeRepository> ForkAsync(string owner, string name)
    {
        var fork = await GitHub.AddRepositoryAsync(owner, name, Repository);
        await fork.Git.CommitAsync(Branch, "web.yaml", $"tag: {owner}-{name}\n");
        return fork;
    }
}
