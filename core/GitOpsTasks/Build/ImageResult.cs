using System.Text.Json.Serialization;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>What became of one image. What is not known is null: an image id never stands in for a digest.</summary>
/// <param name="Name">Its name in configuration.</param>
/// <param name="Repository">Where it belongs, such as <c>ghcr.io/acme/web</c>.</param>
public sealed record ImageResult(string Name, string Repository)
{
    /// <summary>What builds it: <c>docker</c>, <c>buildx</c> or <c>layers</c>; null where nothing is built.</summary>
    public string? Builder { get; init; }

    /// <summary>Its tags, the most telling first.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its version: the first of its tags, or what the git tag says; null where it has no tag.</summary>
    public string? Version { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Its annotations, <c>LEVEL:KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>
    /// Digest of its manifest, or of its index where it has several platforms: what a cluster pulls it by. Null where it
    /// was not built, or was built by the Docker Engine and not pushed.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>Media type of what <see cref="Digest"/> is of; tells a manifest from an index.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its platforms, such as <c>linux/amd64</c>; attestations that pose as platforms are left out.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>What is known of each platform's image; empty where it was not built.</summary>
    public IReadOnlyList<PlatformImage> PlatformImages { get; init; } = [];

    /// <summary>
    /// What the builder knows it by: for layers the digest of its configuration, for Docker the id in its image store.
    /// Nothing can be pulled by it. Null where it has several platforms, each of which has its own.
    /// </summary>
    public string? ImageId { get; init; }

    /// <summary>Size in bytes of all that a registry stores for it, each part once; null where it is not known.</summary>
    public long? Size { get; init; }

    /// <summary>What was stored beside it and refers to it.</summary>
    public IReadOnlyList<AttachedArtifact> Attached { get; init; } = [];

    /// <summary>Whether the registry serves it under all its tags.</summary>
    public bool Pushed { get; init; }

    /// <summary>Whether a registry or layout was changed; false where all of it was there already.</summary>
    public bool Changed { get; init; }

    /// <summary>Absolute path of its OCI image layout; null where none was asked for.</summary>
    [JsonPropertyName("layout")]
    public string? Artifact { get; init; }

    /// <summary>What a person should know of how it was built.</summary>
    [JsonIgnore]
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>How to name it in a manifest: repository, first tag, and digest as far as they are known.</summary>
    public string Reference =>
        Repository + (Tags is [var tag, ..] ? $":{tag}" : "") + (Digest is null ? "" : $"@{Digest}");
}
