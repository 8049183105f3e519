using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads files that a spec names: in the directory, or below the spec's folder, and never through a link.</summary>
/// <param name="context">Its directory is where files have to be.</param>
/// <param name="specPath">The spec's path as the user gave it.</param>
internal sealed class NamedFiles(EngineContext context, string specPath)
{
    private const int MostBytes = 2 * KubernetesText.ConfigMapBytes;

    private readonly Dictionary<string, (string Shown, ReadOnlyMemory<byte> Content)?> _read = new(StringComparer.Ordinal);

    /// <summary>A file's bytes and its path as it is shown; null where it is missing, too large, elsewhere or behind a link.</summary>
    public async Task<(string Shown, ReadOnlyMemory<byte> Content)?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (!_read.TryGetValue(path, out var found))
            _read[path] = found = await ReadAsync(path, cancellationToken);
        return found;
    }

    private async Task<(string Shown, ReadOnlyMemory<byte> Content)?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(context.Resolve(specPath))!;
        var full = Path.GetFullPath(path, folder);
        var root = IsBelow(full, context.Directory) ? context.Directory : folder;
        if (!IsBelow(full, root) || IsBehindLink(full, root))
            return null;
        try
        {
            if (new FileInfo(full) is not { Exists: true, Length: <= MostBytes })
                return null;
            return (Path.GetRelativePath(context.Directory, full).Replace('\\', '/'), await File.ReadAllBytesAsync(full, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A link could lead anywhere, to files that a spec of somebody else's must not show.
    private static bool IsBehindLink(string path, string root)
    {
        for (var at = path; at is not null && IsBelow(at, root); at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
