using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// An image layout in a tar archive: what skopeo and podman read as <c>oci-archive:FILE:TAG</c>, what <c>docker save</c> of
/// version 25 and newer writes, and <c>docker load</c> reads. It is for one process at a time.
/// </summary>
public sealed class OciArchive : IDisposable
{
    private readonly string _path;
    private readonly LayoutArchive _files;
    private readonly ScratchDirectory _scratch;

    private OciArchive(string path, LayoutArchive files, ScratchDirectory scratch)
    {
        (_path, _files, _scratch) = (path, files, scratch);
        Images = new OciLayout(files);
    }

    /// <summary>Its images. What is stored here is in the archive after <see cref="SaveAsync"/>.</summary>
    public OciLayout Images { get; }

    /// <summary>Opens an archive, or begins one that is not there yet.</summary>
    /// <param name="context">Clock and folder for scratch files.</param>
    /// <param name="path">The archive, not compressed.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT5109: the file is not an image layout in a tar archive.</exception>
    public static async Task<OciArchive> OpenAsync(EngineContext context, string path, CancellationToken cancellationToken)
    {
        var full = context.Resolve(path);
        var scratch = new ScratchDirectory(context, "archive");
        try
        {
            var files = await LayoutArchive.OpenAsync(full, Path.Combine(scratch.FullPath, "layout"), context.Time, cancellationToken);
            if (!File.Exists(full) || files.Has("index.json"))
                return new OciArchive(full, files, scratch);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // Told below.
        }

        scratch.Dispose();
        throw TaskFailedException.Usage(
            RegistryCodes.LayoutInvalid,
            $"'{full}' is not an OCI image layout in a tar archive.",
            "Give an archive that is not compressed and has an index.json, or the name of a new file.");
    }

    /// <summary>Writes what was stored: the archive is replaced whole. Without changes it is not touched.</summary>
    /// <exception cref="TaskFailedException">GOT1006: it cannot be written; the old one stays.</exception>
    public Task SaveAsync(CancellationToken cancellationToken) => _files.IsChanged
        ? WholeFile.WriteAsync(_path, file => _files.SaveAsync(file, cancellationToken))
        : Task.CompletedTask;

    /// <summary>Removes what was not saved.</summary>
    public void Dispose() => _scratch.Dispose();
}
