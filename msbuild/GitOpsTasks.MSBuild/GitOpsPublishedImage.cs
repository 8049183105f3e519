using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Puts together what the SDK's PublishContainer tells of the image it pushed: its name, a tag and the digest.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsPublishedImage : Microsoft.Build.Utilities.Task
{
    /// <summary>The registry it was pushed to: <c>$(ContainerRegistry)</c>. Empty for a local container engine.</summary>
    public string? Registry { get; set; }

    /// <summary>The archive it was written to instead: <c>$(ContainerArchiveOutputPath)</c>.</summary>
    public string? Archive { get; set; }

    /// <summary>The name in the registry: <c>$(ContainerRepository)</c>.</summary>
    [Required]
    public string Repository { get; set; } = "";

    /// <summary>Its tags: <c>@(ContainerImageTags)</c>. The highest full version is taken, else the first that is not <c>latest</c>.</summary>
    [Required]
    public string[] Tags { get; set; } = [];

    /// <summary>The digest of an image for one platform: <c>$(GeneratedContainerDigest)</c>.</summary>
    public string? Digest { get; set; }

    /// <summary>The index of an image for several platforms, as it was pushed: <c>$(GeneratedImageIndex)</c>. Its digest is taken where it is given.</summary>
    public string? Index { get; set; }

    /// <summary>Leaves the digest out, for manifests that follow tags.</summary>
    public bool TagOnly { get; set; }

    /// <summary>The image as GitOpsBump takes it: <c>REGISTRY/REPOSITORY:TAG@DIGEST</c>.</summary>
    [Output]
    public string Image { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        if (Archive is { Length: > 0 } || Registry is not { Length: > 0 })
        {
            var place = Archive is { Length: > 0 } ? $"the archive '{Archive}'" : "the container engine of this machine";
            return Fail(HostCodes.NotInRegistry, $"The image was published to {place}, where no cluster can pull it from. "
                + "Set ContainerRegistry to push it, or set GitOpsBumpImage to the image that is to be deployed.");
        }

        var digest = Index is { Length: > 0 } ? DigestOf(Index) : Digest;
        if (!TagOnly && digest is not { Length: > 0 })
        {
            return Fail(HostCodes.NoDigest, $"The SDK told no digest for the image it pushed to '{Registry}'. "
                + "Set GitOpsBumpTagOnly to true, or set GitOpsBumpImage.");
        }

        Image = $"{Registry}/{Repository}:{PublishedTag.Choose(Tags)}" + (TagOnly ? "" : $"@{digest}");
        return true;
    }

    // The SDK pushes an index as this text in UTF-8 and tells no digest of it.
    private static string DigestOf(string index) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(index)))}";

    private bool Fail(string code, string message)
    {
        Log.LogError(null, code, null, null, null, 0, 0, 0, 0, "{0}", message);
        return false;
    }
}
