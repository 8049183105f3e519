using GitOpsTasks.Build.Docker;

namespace GitOpsTasks.Build.Buildx;

/// <summary>What of an image only BuildKit behind <c>docker buildx</c> can do.</summary>
internal static class BuildxNeeds
{
    /// <summary>The key of the configuration that needs it; null for none.</summary>
    public static string? Of(ImageSpec spec) => spec switch
    {
        { Platforms.Count: > 1 } => "platforms",
        { Dockerfile.CacheTo.Count: > 0 } => "cache-to",
        { Dockerfile.Secrets.Count: > 0 } => "secrets",
        { Dockerfile.Ssh.Count: > 0 } => "ssh",
        { Dockerfile.Contexts.Count: > 0 } => "build-contexts",
        { Annotations.Count: > 0 } => "annotations",
        { Artifact: not null } => "layout",
        { Sbom: true } => "sbom",
        { Provenance: true } => "provenance",
        _ when BuildSources.IsRemote(spec.Context) => "context",
        _ when spec.Dockerfile.CacheFrom.Any(source => source.Contains('=', StringComparison.Ordinal)) => "cache-from",
        _ => null,
    };
}
