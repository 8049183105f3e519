using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>The image below the layers of another: one for each platform that it has.</summary>
internal sealed class BaseImage : IDisposable
{
    private const string AttestationType = "vnd.docker.reference.type";
    private readonly BaseSource _source;
    private readonly OciManifest _root;
    private readonly IReadOnlyList<OciDescriptor>? _platforms;

    private BaseImage(BaseSource source, OciManifest root)
    {
        (_source, _root) = (source, root);
        if (root.Descriptor.MediaType is OciMediaTypes.Index or OciMediaTypes.DockerList)
            _platforms = [.. ManifestParts.Of(root).Children.Where(IsImage)];
    }

    /// <summary>As configuration names it.</summary>
    public string Name => _source.Name;

    /// <summary>What the name stood for when it was read: the digest of its index, or of its manifest where it has no index.</summary>
    public string Digest => _root.Descriptor.Digest;

    /// <summary>A warning where the name may stand for another image tomorrow; null where it may not.</summary>
    public Diagnostic? Unpinned => _source.IsPinned
        ? null
        : Diagnostic.Warning(
            BuildCodes.BaseNotPinned,
            $"The base '{Name}' is named without a digest; it is {Digest} now.",
            $"Write {Name}@{Digest}, so that the same sources give the same image.");

    /// <summary>Finds an image and reads what it is.</summary>
    /// <exception cref="TaskFailedException">GOT5020: there is none.</exception>
    public static async Task<BaseImage> OpenAsync(EngineContext context, string name, string folder, CancellationToken cancellationToken)
    {
        var source = await BaseSource.OpenAsync(context, name, folder, cancellationToken);
        try
        {
            var root = await source.Images.GetManifestAsync(source.Reference, cancellationToken) ?? throw BaseSource.Unusable(
                $"There is no base image '{name}'.", "Check its name, tag and digest.");
            return new BaseImage(source, root);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Its image for a platform.</summary>
    /// <param name="platform">The platform; null for its only one, or for linux/amd64 where it has several.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT5020: it has none.</exception>
    public async Task<BasePlatform> ForAsync(OciPlatform? platform, CancellationToken cancellationToken)
    {
        var manifest = _root;
        if (_platforms is not null)
        {
            platform ??= OciLayersBuilder.DefaultPlatform;
            var child = _platforms.FirstOrDefault(child => Suits(child.Platform!, platform))
                ?? throw Missing(platform, _platforms.Select(child => child.Platform!.ToString()));
            manifest = await _source.Images.GetManifestAsync(child.Digest, cancellationToken)
                ?? throw BaseSource.Unusable($"The base '{Name}' lacks {child.Digest}, its image for {platform}.", "Push it again whole.");
        }

        var found = await BasePlatform.ReadAsync(_source, manifest, cancellationToken);
        return platform is null || Suits(found.Platform, platform) ? found : throw Missing(platform, [found.Platform.ToString()]);
    }

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();

    // Indexes write arm64 with or without its only variant.
    private static bool Suits(OciPlatform has, OciPlatform wanted) =>
        has.Os == wanted.Os && has.Architecture == wanted.Architecture && Variant(has) == Variant(wanted);

    private static string? Variant(OciPlatform platform) => (platform.Architecture, platform.Variant) switch
    {
        ("arm64", null) => "v8",
        ("arm", null) => "v7",
        _ => platform.Variant,
    };

    private static bool IsImage(OciDescriptor child) =>
        child.Platform is { Os: not "unknown" } && !child.Annotations.ContainsKey(AttestationType);

    private TaskFailedException Missing(OciPlatform platform, IEnumerable<string> there) => BaseSource.Unusable(
        $"The base '{Name}' has no image for {platform}; it has {string.Join(", ", there)}.",
        "Leave the platform out, or take a base that has it.");
}
