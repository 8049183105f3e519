using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingHostileTextOnAzure : PromotingHostileText
{
    private readonly AzureWorld _world = new();

    protected override EngineContext World => _world.Context(Place);

    protected override (string Title, string Body, IReadOnlyList<string> Comments) Shown =>
        _world.Repository.Pulls.ShouldHaveSingleItem() is var pull ? (pull.Title, pull.Description, [.. pull.Threads.Select(thread => thread.Text)]) : default;

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
}
