namespace GitOpsTasks.Contracts;

/// <summary>A folder for temporary files that is removed when disposed.</summary>
public sealed class ScratchDirectory : IDisposable
{
    /// <summary>Makes a new folder, readable by its owner only where the system can.</summary>
    /// <param name="context">Names the scratch root.</param>
    /// <param name="purpose">A word for the folder's name, such as <c>git</c>.</param>
    public ScratchDirectory(EngineContext context, string purpose)
    {
        FullPath = Path.Combine(context.ScratchRoot, $"gitops-{purpose}-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(FullPath);
        else
            Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string FullPath { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories))
                ClearReadOnly(file);
            Directory.Delete(FullPath, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program still holds a file open (Windows): the system's own cleaning of temporary files takes it.
        }
    }

    // git writes its objects read-only, which stops deletion on Windows.
    private static void ClearReadOnly(string file)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(file, FileAttributes.Normal);
    }
}
