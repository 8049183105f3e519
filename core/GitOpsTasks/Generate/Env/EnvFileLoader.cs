using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate.Env;

/// <summary>Loads the env files of one spec, and collects what is wrong in all of them.</summary>
internal sealed class EnvFileLoader(EngineContext context, string specPath)
{
    private const int MostBytes = 2 * KubernetesText.ConfigMapBytes;

    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The values of a file; none where it cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="open">Variables that may be seen, though they look like secrets.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<IEnumerable<KeyValuePair<string, string>>> LoadAsync(
        EnvFileReference file, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(context.Resolve(specPath))!;
        var full = Path.GetFullPath(file.Path, folder);
        var root = IsBelow(full, context.Directory) ? context.Directory : folder;
        if (!IsBelow(full, root))
            return Missing(file, $"The env file '{file.Path}' is outside of the directory.", "Keep env files beside the spec.");
        if (IsBehindLink(full, root))
            return Missing(file, $"The env file '{file.Path}' is, or lies behind, a symbolic link.", "Name the file itself.");
        try
        {
            if (new FileInfo(full) is { Exists: true, Length: > MostBytes })
                return Missing(file, $"The env file '{file.Path}' is larger than a ConfigMap can be.", "Check that it is the right file.");
            var shown = Path.GetRelativePath(context.Directory, full).Replace('\\', '/');
            var read = EnvFileReader.Read(await File.ReadAllBytesAsync(full, cancellationToken), shown, file.Format);
            _diagnostics.AddRange(read.Diagnostics);
            _diagnostics.AddRange(read.Entries.Where(entry => PlainSecret.IsOne(entry.Key, entry.Value, open)).Select(PlainSecret.At));
            return read.Values;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var there = e is not (FileNotFoundException or DirectoryNotFoundException);
            return Missing(
                file,
                there ? $"The env file '{file.Path}' cannot be read." : $"There is no env file '{file.Path}'.",
                "The path is relative to the spec's folder.");
        }
    }

    /// <summary>Reports data that the API server would refuse.</summary>
    public void CheckSize(ConfigData data, string environment)
    {
        if (data.Bytes <= KubernetesText.ConfigMapBytes)
            return;
        _diagnostics.Add(Diagnostic.Error(
            GenerateCodes.DataTooLarge,
            $"The ConfigMap of '{environment}' has {data.Bytes} bytes of data, more than {KubernetesText.ConfigMapBytes}.",
            "Move large values into files of a volume.",
            new SourcePlace(specPath)));
    }

    /// <summary>The warnings.</summary>
    /// <exception cref="TaskFailedException">Exit code 2, where there are errors; with the warnings.</exception>
    public IReadOnlyList<Diagnostic> Finish() =>
        _diagnostics.Exists(d => d.Severity == Severity.Error)
            ? throw new TaskFailedException(ExitCode.Usage, [.. _diagnostics.Distinct()])
            : [.. _diagnostics.Distinct()];

    private IEnumerable<KeyValuePair<string, string>> Missing(EnvFileReference file, string message, string advice)
    {
        _diagnostics.Add(Diagnostic.Error(GenerateCodes.EnvFileMissing, message, advice, file.Place ?? new SourcePlace(specPath)));
        return [];
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
