using System.Collections.ObjectModel;

namespace GitOpsTasks.Registry;

/// <summary>Names content by what it is, as the OCI image specification does.</summary>
/// <param name="MediaType">What kind of content it is.</param>
/// <param name="Digest">Its digest, such as <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record OciDescriptor(string MediaType, string Digest, long Size)
{
    /// <summary>What it runs on, where an index tells; null elsewhere.</summary>
    public OciPlatform? Platform { get; init; }

    /// <summary>What kind of artifact a manifest is, such as <c>application/spdx+json</c>; null for images and blobs.</summary>
    public string? ArtifactType { get; init; }

    /// <summary>Annotations, by key.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
