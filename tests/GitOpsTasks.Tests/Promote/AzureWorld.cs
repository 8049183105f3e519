using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Promote;

/// <summary>The world of a repository on the fake Azure DevOps, reached over git and the API. Waits are over at once.</summary>
internal sealed class AzureWorld : IAsyncDisposable
{
    public AzureFake Azure { get; } = new();

    public AzureFakeRepository Repository { get; private set; } = null!;

    public InstantTime Time { get; } = new();

    /// <summary>The token in use; null for the one that is known.</summary>
    public string? TokenInUse { get; set; }

    public EngineContext Context(Git.Workplace place) =>
        place.Context(("GITOPS_TOKEN", TokenInUse ?? Azure.Token), ("SYSTEM_COLLECTIONURI", Azure.CollectionUrl)) with { Time = Time };

    public async Task StartAsync() => Repository = await Azure.AddRepositoryAsync("gitops");

    public ValueTask DisposeAsync() => Azure.DisposeAsync();
}
