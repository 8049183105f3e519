using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>A layer whose digests are known. Its file is written only where it is wanted: see <see cref="LayerStore"/>.</summary>
/// <param name="Plan">What it is made of.</param>
/// <param name="DiffId">Digest of the archive before compression.</param>
/// <param name="Blob">The compressed archive; it can be opened once its file is there.</param>
/// <param name="File">Absolute path of its file.</param>
internal sealed record BuiltLayer(LayerPlan Plan, string DiffId, OciBlob Blob, string File)
{
    /// <summary>Whether its file is there.</summary>
    public bool IsWritten => System.IO.File.Exists(File);
}
