namespace GitOpsTasks.Build;

/// <summary>What was stored beside an image.</summary>
/// <param name="Type">The artifact's type, such as <c>application/spdx+json</c>.</param>
/// <param name="Digest">Digest of its manifest.</param>
public sealed record AttachedArtifact(string Type, string Digest);
