using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Promote;

public class PromotingHostileTextOnGitHub : PromotingHostileText
{
    private readonly GitHubFake _github = new();
    private GitHubFakeRepository _repository = null!;

    protected override EngineContext World => Place.Context(
        ("GITOPS_TOKEN", _github.Token), ("GITHUB_SERVER_URL", _github.Url), ("GITHUB_API_URL", _github.ApiUrl)) with { Time = new Forges.InstantTime() };

    protected override (string Title, string Body, IReadOnlyList<string> Comments) Shown =>
        _repository.Pulls.ShouldHaveSingleItem() is var pull ? (pull.Title, pull.Body!, [.. pull.Comments]) : default;

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
}
