using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Images;

/// <summary>The registries that gates of one run ask.</summary>
/// <param name="context">HTTP, clock, credentials.</param>
internal sealed class GateRegistries(EngineContext context)
{
    private readonly Dictionary<(string Repository, bool IsOwn), IRegistry> _known = [];

    /// <summary>The repository an image is in.</summary>
    /// <exception cref="TaskFailedException">GOT5101: its name is not one of a repository.</exception>
    public IRegistry Of(GatedImage image)
    {
        var key = (image.Reference.Name, image.IsOwn);
        if (!_known.TryGetValue(key, out var registry))
            _known[key] = registry = new RegistryClient(context, image.Reference.Name, isSource: !image.IsOwn);
        return registry;
    }

    /// <summary>The digest of an image: the one it is pinned to, or that of its tag; null where it is not there.</summary>
    public async Task<string?> DigestOfAsync(GatedImage image, CancellationToken cancellationToken) =>
        image.Reference.Digest ?? (await Of(image).ResolveAsync(image.Version, cancellationToken))?.Digest;
}
