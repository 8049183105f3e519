using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>Reads a whole file of one document: <c>gitops.yaml</c> or an app spec.</summary>
public static class ConfigReader
{
    private static readonly YamlLimits s_limits = new(Bytes: 1024 * 1024, Depth: 50);

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="content">UTF-8; at most 1 MiB and 50 levels.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <param name="read">Reads the top-level keys.</param>
    /// <exception cref="TaskFailedException">Exit code 2, with everything that is wrong in the file.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> content, string path, Func<MappingReader, T> read)
    {
        var file = YamlFile.Parse(content, path, s_limits);
        if (file.Diagnostics.Count > 0)
            throw new TaskFailedException(ExitCode.Usage, [.. file.Diagnostics.Select(d => d with { Severity = Severity.Error })]);
        if (file.Documents.Count != 1)
        {
            throw TaskFailedException.Usage(
                ConfigCodes.NotOneDocument,
                file.Documents.Count == 0 ? "The file is empty." : $"The file holds {file.Documents.Count} YAML documents.",
                "Write exactly one document.",
                file.Documents.Count == 0 ? new SourcePlace(path, 1, 1) : file.Documents[1].Place);
        }

        var findings = new ConfigFindings();
        ConfigValues.Mapping(read).TryRead(file.Documents[0].Resolved, findings, out var result);
        findings.ThrowIfAny();
        return result;
    }

    /// <summary>Reads a file from disk.</summary>
    /// <param name="context">Its directory is what a relative path is resolved against.</param>
    /// <param name="path">The path as the user gave it.</param>
    /// <param name="missing">One sentence of advice for when there is no such file.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">GOT1004: there is no such file, or it cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> LoadAsync(
        EngineContext context, string path, string missing, CancellationToken cancellationToken)
    {
        var full = context.Resolve(path);
        try
        {
            // A file too large is cut off behind the limit: reading it then reports it. Pipes do not tell their length.
            await using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[s_limits.Bytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return bytes.AsMemory(0, length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"There is no file '{path}'.", missing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(UsageCodes.PathNotFound, $"The file '{path}' cannot be read: {e.Message}", missing);
        }
    }
}
