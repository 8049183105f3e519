using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Writes files that are either whole or not there: beside their place, then moved.</summary>
internal static class WholeFile
{
    /// <summary>Writes a stream.</summary>
    /// <exception cref="TaskFailedException">GOT1006: the file cannot be written; nothing is left of it.</exception>
    public static Task WriteAsync(string path, Stream content, CancellationToken cancellationToken) =>
        WriteAsync(path, file => content.CopyToAsync(file, cancellationToken));

    /// <summary>Writes what a function writes.</summary>
    /// <exception cref="TaskFailedException">GOT1006: the file cannot be written; nothing is left of it.</exception>
    public static async Task WriteAsync(string path, Func<FileStream, Task> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                await write(file);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TaskFailedException(
                ExitCode.Usage,
                Diagnostic.Error(
                    UsageCodes.WriteFailed, $"'{path}' cannot be written: {e.Message}", "Check the folder's permissions and free space."),
                e);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
