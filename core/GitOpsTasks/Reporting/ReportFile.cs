using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Reports that are written to files.</summary>
public static class ReportFile
{
    /// <summary>Writes a report; folders on the way are made.</summary>
    /// <exception cref="TaskFailedException">GOT1006: it cannot be written.</exception>
    public static async Task WriteAsync(EngineContext context, string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            var full = context.Resolve(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TaskFailedException(
                ExitCode.External, Diagnostic.Error(UsageCodes.WriteFailed, $"'{path}' cannot be written: {e.Message}", "Check the folder's permissions and free space."), e);
        }
    }
}
