using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Build.Buildx;

[assembly: AssemblyFixture(typeof(SharedDocker))]

namespace GitOpsTasks.Tests.Build.Buildx;

/// <summary>One Docker Engine for all tests that do not change it; started when the first of them asks.</summary>
public sealed class SharedDocker : IAsyncDisposable
{
    private readonly Lazy<Task<DockerDaemon>> _containerd = new(() => DockerDaemon.StartAsync());

    /// <summary>The engine, with images kept in containerd.</summary>
    public Task<DockerDaemon> ContainerdAsync() => _containerd.Value;

    public async ValueTask DisposeAsync()
    {
        if (_containerd.IsValueCreated && _containerd.Value.IsCompletedSuccessfully)
            await (await _containerd.Value).DisposeAsync();
    }
}
