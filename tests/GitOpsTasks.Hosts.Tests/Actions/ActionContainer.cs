using GitOpsTasks.Hosts.Tests.Actions;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Parts;

[assembly: AssemblyFixture(typeof(ActionContainer))]

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>The image of the actions, built once per run for all tests that want it.</summary>
public sealed class ActionContainer : IAsyncDisposable
{
    private readonly Lazy<Task<ActionImage>> _image = new(() => ActionImage.BuildAsync(Repository.Root, PublishedCommand.FolderAsync));

    public Task<ActionImage> ImageAsync() => _image.Value;

    public async ValueTask DisposeAsync()
    {
        if (_image is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _image.Value).DisposeAsync();
    }
}
