namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>A kind of thing that is said about images.</summary>
/// <param name="Name">The gate's name.</param>
/// <param name="Predicates">What the predicates of its statements begin with.</param>
/// <param name="MediaTypes">The types of documents that say it by themselves.</param>
internal sealed record AttestationKind(string Name, IReadOnlyList<string> Predicates, IReadOnlyList<string> MediaTypes)
{
    /// <summary>What is in an image: SPDX, CycloneDX, Syft.</summary>
    public static AttestationKind Sbom { get; } = new(
        "sbom",
        ["https://spdx.dev/Document", "https://cyclonedx.org/", "https://syft.dev/bom"],
        [
            "application/spdx+json", "text/spdx+json", "text/spdx", "text/spdx+xml", "application/vnd.cyclonedx+json", "application/vnd.cyclonedx+xml",
            "application/vnd.cyclonedx", "application/vnd.syft+json",
        ]);

    /// <summary>How an image was built: SLSA.</summary>
    public static AttestationKind Provenance { get; } = new("provenance", ["https://slsa.dev/provenance/"], []);

    /// <summary>Whether a statement is of this kind.</summary>
    public bool IsStatedBy(string predicateType) => Predicates.Any(known => predicateType.StartsWith(known, StringComparison.Ordinal));

    /// <summary>Whether a document of a media type is of this kind.</summary>
    public bool IsWrittenAs(string? mediaType) => mediaType is not null && MediaTypes.Contains(mediaType.Split(';')[0]);
}
