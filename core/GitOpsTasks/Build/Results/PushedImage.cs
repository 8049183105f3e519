using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Results;

/// <summary>Holds what a builder says of an image against what it was asked for.</summary>
internal static class PushedImage
{
    /// <summary>Does nothing where an image that was to go somewhere is known by its digest there.</summary>
    /// <exception cref="TaskFailedException">GOT5030: it was to be pushed or written, and the builder names no digest.</exception>
    public static void Require(ImageResult result, ImageDestination destination)
    {
        var isThere = result.Pushed || !destination.Push;
        var isNamed = result.Digest is { } digest && ImageGrammar.IsDigest(digest);
        if (isThere && (isNamed || destination is { Push: false, Artifact: null }))
            return;
        throw TaskFailedException.External(
            BuildCodes.NoDigest,
            $"The image '{result.Name}' was built for '{(destination.Push ? result.Repository : destination.Artifact)}', but the builder names no digest of it there.",
            "Do not deploy its tags: they may still name an older image. Build it again, or with another builder.");
    }

    /// <summary>Adds what the registry knows of an image that was pushed, where the builder does not know it.</summary>
    public static async Task<ImageResult> DescribeAsync(ImageResult result, EngineContext context, CancellationToken cancellationToken)
    {
        if (!result.Pushed || result.Digest is not { } digest || (result.Size is not null && result.PlatformImages.Count > 0))
            return result;
        var contents = await ImageContents.ReadAsync(new RegistryClient(context, result.Repository), digest, cancellationToken);
        return contents is null ? result : result with
        {
            MediaType = result.MediaType ?? contents.MediaType,
            Size = result.Size ?? contents.Size,
            PlatformImages = result.PlatformImages.Count > 0 ? result.PlatformImages : contents.Platforms,
            Platforms = result.Platforms.Count > 0 ? result.Platforms : [.. contents.Platforms.Select(image => image.Platform)],
        };
    }
}
