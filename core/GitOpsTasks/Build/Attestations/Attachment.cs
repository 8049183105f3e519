using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Attestations;

/// <summary>An artifact that goes beside an image.</summary>
/// <param name="Subject">Digest of what it refers to.</param>
/// <param name="Artifact">The artifact; its type is known.</param>
internal sealed record Attachment(string Subject, OciArtifact Artifact);
