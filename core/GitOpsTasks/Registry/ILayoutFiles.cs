using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The files of an image layout, wherever they are kept. Paths are relative, with forward slashes.</summary>
internal interface ILayoutFiles
{
    /// <summary>Where the layout is, for people.</summary>
    string Place { get; }

    /// <summary>Opens a file; null where there is none.</summary>
    Stream? Open(string path);

    /// <summary>Whether there is such a file.</summary>
    bool Has(string path);

    /// <summary>Writes a file whole.</summary>
    /// <exception cref="TaskFailedException">GOT1006: it cannot be written; nothing is left of it.</exception>
    Task WriteAsync(string path, Stream content, CancellationToken cancellationToken);

    /// <summary>Keeps other processes from changing the index, and makes the folder a layout where it is none yet.</summary>
    /// <exception cref="TaskFailedException">GOT5109 or GOT5112: it is of another version, or kept by another process.</exception>
    Task<IDisposable> LockAsync(CancellationToken cancellationToken);
}
