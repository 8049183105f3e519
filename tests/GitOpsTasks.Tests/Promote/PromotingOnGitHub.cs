using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Promote;

/// <param name="prefix">What the paths of its API begin with.</param>
public abstract class PromotingOnGitHub(string prefix) : PromotingByPullRequest
{
    private readonly GitHubFake _github = new(prefix);
    private GitHubFakeRepository _repository = null!;

    protected override EngineContext Context =>
        Place.Context(("GITOPS_TOKEN", _github.Token), ("GITHUB_SERVER_URL", _github.Url), ("GITHUB_API_URL", _github.ApiUrl));

    public override async ValueTask InitializeAsync()
    {
        _repository = await _github.AddRepositoryAsync("acme", "gitops");
        Remote = _repository.Git;
        Address = _repository.Url + ".git";
        await FillAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Says_in_title_and_body_what_is_promoted()
    {
        await PromoteWebAsync();
        var pull = _repository.Pulls.ShouldHaveSingleItem();
        (pull.Title, pull.HeadRef, pull.BaseRef).ShouldBe(("Promote web 1.5.0 to staging", Branch, "main"));
        pull.Body!.ShouldContain("| `web` | `1.4.0` | `1.5.0` |");
        await SetAsync("dev", "1.6.0");
        await PromoteWebAsync();
        _repository.Pulls.ShouldHaveSingleItem().Title.ShouldBe("Promote web 1.6.0 to staging");
    }

    [Fact]
    public async Task Says_why_it_closes_a_pull_request()
    {
        await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        await PromoteWebAsync();
        var pull = _repository.Pulls.ShouldHaveSingleItem();
        pull.IsOpen.ShouldBeFalse();
        pull.Comments.ShouldHaveSingleItem().ShouldContain("nothing is left to promote");
    }

    protected override int MutationCount() => _github.Mutations.Count;
}
