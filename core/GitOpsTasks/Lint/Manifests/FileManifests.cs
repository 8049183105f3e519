namespace GitOpsTasks.Lint.Manifests;

/// <summary>The manifests of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="All">Those with apiVersion and kind, in the order they stand in the file.</param>
/// <param name="Incomplete">Those that lack one of the two.</param>
internal sealed record FileManifests(LintFile File, IReadOnlyList<Manifest> All, IReadOnlyList<IncompleteManifest> Incomplete)
{
    /// <summary>The manifests of several files, read on all cores.</summary>
    public static IReadOnlyList<FileManifests> Read(IReadOnlyList<LintFile> files)
    {
        var reader = new ManifestReader(KustomizationPatches.Files(files));
        var read = new FileManifests[files.Count];
        Parallel.For(0, files.Count, index => read[index] = reader.Read(files[index]));
        return read;
    }
}
