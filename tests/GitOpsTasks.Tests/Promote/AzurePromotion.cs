using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Promote;

/// <summary>A configuration repository on the fake Azure DevOps.</summary>
public abstract class AzurePromotion : PromotedRepository
{
    internal AzureWorld World { get; } = new();

    protected AzureFake Azure => World.Azure;

    protected AzureFakeRepository Repository => World.Repository;

    protected AzureFakePull Pull => Repository.Pulls.ShouldHaveSingleItem();

    protected override EngineContext Context => World.Context(Place);

    public override async ValueTask InitializeAsync()
    {
        await World.StartAsync();
        Remote = Repository.Git;
        Address = Repository.Url;
        await FillAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
