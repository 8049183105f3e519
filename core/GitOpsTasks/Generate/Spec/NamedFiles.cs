using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads files that a spec names: in the directory, or below the spec's folder, and never through a link.</summary>
/// <param name="context">Its directory is where files have to be.</param>
/// <param name="specPath">The spec's path as the user gave it.</param>
internal sealed class NamedFiles(EngineContext context, string specPath)
{
    private const int MostBytes = 2 * KubernetesText.ConfigMapBytes;

    private readonly Dictionary<string, NamedFile> _read = new(StringComparer.Ordinal);

    /// <summary>A file, or why it cannot be read.</summary>
    public async Task<NamedFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!_read.TryGetValue(path, out var file))
            _read[path] = file = await LoadAsync(path, cancellationToken);
        return file;
    }

    private async Task<NamedFile> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(context.Resolve(specPath))!;
        var full = Path.GetFullPath(path, folder);
        var root = IsBelow(full, context.Directory) ? context.Directory : folder;
        if (!IsBelow(full, root))
            return Without($"The file '{path}' is outside of the directory.", "Keep files beside the spec.");
        if (IsBehindLink(full, root))
            return Without($"The file '{path}' is, or lies behind, a symbolic link.", "Name the file itself.");
        try
        {
            if (new FileInfo(full) is { Exists: true, Length: > MostBytes })
                return Without($"The file '{path}' is larger than a ConfigMap can be.", "Check that it is the right file.");
            return new NamedFile(Path.GetRelativePath(context.Directory, full).Replace('\\', '/'), await File.ReadAllBytesAsync(full, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Without(
                e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file '{path}'." : $"The file '{path}' cannot be read.",
                "The path is relative to the spec's folder.");
        }

        NamedFile Without(string problem, string advice) => new(path, default, problem, advice);
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
