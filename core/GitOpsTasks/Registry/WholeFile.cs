using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Writes files that are either whole or not there: beside their place, then moved.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text as UTF-8, unless the file holds just that already.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (File.Exists(path) && (await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(bytes))
            return;
        await WriteAsync(path, new MemoryStream(bytes), cancellationToken);
    }

    /// <summary>Writes a stream.</summary>
    /// <exception cref="TaskFailedException">GOT1006: the file cannot be written; nothing is left of it.</exception>
    public static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, cancellationToken);
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
