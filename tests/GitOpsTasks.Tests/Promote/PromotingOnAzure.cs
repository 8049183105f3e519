using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingOnAzure : PromotingByPullRequest
{
    private readonly AzureWorld _world = new();

    protected override EngineContext Context => _world.Context(Place);

    public override async ValueTask InitializeAsync()
    {
        await _world.StartAsync();
        Remote = _world.Repository.Git;
        Address = _world.Repository.Url;
        await FillAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Says_in_title_and_description_what_is_promoted()
    {
        var promotion = await PromoteWebAsync();
        var pull = _world.Repository.Pulls.ShouldHaveSingleItem();
        (pull.Title, pull.Source, pull.Target).ShouldBe(("Promote web 1.5.0 to staging", Branch, "main"));
        pull.Description.ShouldContain("| `web` | `1.4.0` | `1.5.0` |");
        promotion.Url.ShouldBe($"{_world.Repository.Url}/pullrequest/1");
        await SetAsync("dev", "1.6.0");
        await PromoteWebAsync();
        _world.Repository.Pulls.ShouldHaveSingleItem().Title.ShouldBe("Promote web 1.6.0 to staging");
    }

    [Fact]
    public async Task Abandons_a_pull_request_with_a_closed_thread_that_says_why()
    {
        await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        await PromoteWebAsync();
        var pull = _world.Repository.Pulls.ShouldHaveSingleItem();
        pull.Status.ShouldBe("abandoned");
        pull.Threads.ShouldBe([("Closed: nothing is left to promote to `staging`.", "closed")]);
    }

    [Fact]
    public async Task Promotes_with_the_token_of_a_pipeline()
    {
        var context = Place.Context(("SYSTEM_ACCESSTOKEN", _world.Azure.AccessToken), ("SYSTEM_COLLECTIONURI", _world.Azure.CollectionUrl), ("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", _world.Azure.CollectionUrl));
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("repository", Address).Add("app", "web");
        var outcome = await PromoteTask.Declare(null).RunAsync(inputs, context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        _world.Repository.Pulls.Count.ShouldBe(1);
    }

    protected override int MutationCount() => _world.Azure.Mutations.Count;
}
