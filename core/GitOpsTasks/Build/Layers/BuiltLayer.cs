using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>A layer that was built.</summary>
/// <param name="Blob">The compressed archive.</param>
/// <param name="DiffId">Digest of the archive before compression.</param>
/// <param name="Description">What it is, for the image's history.</param>
internal sealed record BuiltLayer(OciBlob Blob, string DiffId, string Description);
