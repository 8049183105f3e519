using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Promote;

/// <summary>A configuration repository on the fake GitHub, reached over git and the API. Waits are over at once.</summary>
public abstract class GitHubPromotion : PromotedRepository
{
    protected GitHubFake GitHub { get; } = new();

    protected GitHubFakeRepository Repository { get; private set; } = null!;

    protected GitHubFakePull Pull => Repository.Pulls.ShouldHaveSingleItem();

    protected string? TokenInUse { get; set; }

    internal InstantTime Time { get; } = new();

    protected override EngineContext Context => Place.Context(
        ("GITOPS_TOKEN", TokenInUse ?? GitHub.Token), ("GITHUB_SERVER_URL", GitHub.Url), ("GITHUB_API_URL", GitHub.ApiUrl)) with { Time = Time };

    public override async ValueTask InitializeAsync()
    {
        Repository = await GitHub.AddRepositoryAsync("acme", "gitops");
        Remote = Repository.Git;
        Address = Repository.Url + ".git";
        await FillAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await GitHub.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Merges a pull request as a person does on its page.</summary>
    protected async Task MergeAsync(GitHubFakePull pull, string method = "merge")
    {
        using var client = new GitHubApiClient(GitHub);
        await client.SucceedAsync("PUT", $"acme/gitops/pulls/{pull.Number}/merge", $$"""{"merge_method":"{{method}}"}""");
    }

    /// <summary>Whether a pull request could be merged.</summary>
    protected async Task<bool> IsMergeableAsync(GitHubFakePull pull)
    {
        using var client = new GitHubApiClient(GitHub);
        return (await client.SucceedAsync("GET", $"acme/gitops/pulls/{pull.Number}"))["mergeable"]!.GetValue<bool>();
    }

    protected async Task CloseAsync(GitHubFakePull pull)
    {
        using var client = new GitHubApiClient(GitHub);
        await client.SucceedAsync("PATCH", $"acme/gitops/pulls/{pull.Number}", """{"state":"closed"}""");
    }
}
