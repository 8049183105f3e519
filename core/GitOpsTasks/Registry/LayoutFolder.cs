using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The files of an image layout in a folder.</summary>
/// <param name="directory">Absolute path; made when something is first stored.</param>
/// <param name="time">Clock.</param>
internal sealed class LayoutFolder(string directory, TimeProvider time) : ILayoutFiles
{
    /// <inheritdoc />
    public string Place => directory;

    /// <inheritdoc />
    public Stream? Open(string path)
    {
        try
        {
            return new FileStream(FullPath(path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(
                RegistryCodes.LayoutInvalid, $"'{FullPath(path)}' cannot be read: {e.Message}", "Check its permissions.");
        }
    }

    /// <inheritdoc />
    public bool Has(string path) => File.Exists(FullPath(path));

    /// <inheritdoc />
    public Task WriteAsync(string path, Stream content, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(FullPath(path), content, cancellationToken);

    /// <inheritdoc />
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken) =>
        await LayoutLock.TakeAsync(directory, time, cancellationToken);

    private string FullPath(string path) => Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));
}
