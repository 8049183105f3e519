using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>The files that are sent to the Docker Engine to build from.</summary>
/// <param name="Entries">The files, in the order of their paths.</param>
/// <param name="Dockerfile">The Dockerfile's path among them.</param>
internal sealed record BuildContext(IReadOnlyCollection<ArchiveEntry> Entries, string Dockerfile)
{
    private const string IgnoreFile = ".dockerignore";
    private const string HiddenDockerfile = ".gitops-tasks.Dockerfile";

    /// <summary>
    /// Whether the Dockerfile is sent for the engine alone, because it is left out of the context or lies outside of it. The
    /// classic builder removes it from the context before the first step; BuildKit, over the API, does not.
    /// </summary>
    public bool HidesDockerfile { get; init; }

    /// <summary>Collects the files of a context, without what .dockerignore leaves out.</summary>
    /// <param name="sources">The context.</param>
    /// <param name="scratch">Absolute path of a folder for files that are made up.</param>
    /// <exception cref="TaskFailedException">A file cannot be read or sent, or .dockerignore is not well-formed.</exception>
    public static BuildContext Collect(BuildSources sources, string scratch)
    {
        var ignoreFile = IgnoreFileOf(sources);
        var ignore = new DockerIgnore(ignoreFile is null ? [] : File.ReadLines(ignoreFile), Path.GetFileName(ignoreFile ?? IgnoreFile));
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.Ordinal);
        foreach (var (relative, info) in FolderWalk.Below(sources.Folder, path => ignore.HasExceptions || !ignore.Ignores(path)))
        {
            if (!ignore.Ignores(relative))
                entries[relative] = EntryOf(relative, info);
        }

        var name = Path.GetRelativePath(sources.Folder, sources.Dockerfile).Replace('\\', '/');
        if (entries.TryGetValue(name, out var own) && own.Source is not null)
            return new BuildContext(entries.Values, name);
        AddHidden(entries, sources, ignoreFile, Path.Combine(scratch, IgnoreFile));
        return new BuildContext(entries.Values, HiddenDockerfile) { HidesDockerfile = true };
    }

    // The engine removes what the .dockerignore that it is sent names: the Dockerfile, and that file itself where it is not wanted.
    private static void AddHidden(SortedDictionary<string, ArchiveEntry> entries, BuildSources sources, string? ignoreFile, string made)
    {
        var isWanted = entries.TryGetValue(IgnoreFile, out var wanted);
        var lines = ignoreFile is not null && wanted?.Source == ignoreFile ? File.ReadAllText(ignoreFile) + "\n" : "";
        File.WriteAllText(made, lines + HiddenDockerfile + "\n" + (isWanted ? "" : IgnoreFile + "\n"));
        entries[IgnoreFile] = new ArchiveEntry(IgnoreFile, ArchiveEntry.Readable) { Source = made };
        entries[HiddenDockerfile] = new ArchiveEntry(HiddenDockerfile, ArchiveEntry.Readable) { Source = sources.Dockerfile };
    }

    private static ArchiveEntry EntryOf(string relative, FileSystemInfo info)
    {
        if (info is FileInfo { LinkTarget: null } file)
            RequireReadable(relative, file);
        return FolderWalk.Entry(relative, info, mode: null);
    }

    private static void RequireReadable(string relative, FileInfo file)
    {
        if (SpecialFile.KindOf(file) is { } kind)
            throw Unreadable(relative, $"is {kind}");
        try
        {
            using var _ = File.OpenHandle(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(relative, $"cannot be read: {e.Message}");
        }
    }

    private static TaskFailedException Unreadable(string relative, string what) => TaskFailedException.Usage(
        BuildCodes.FileUnreadable, $"'{relative}' of the build context {what}.", "Remove it, leave it out with .dockerignore, or make it readable.");

    // docker prefers a file named after the Dockerfile.
    private static string? IgnoreFileOf(BuildSources sources) =>
        new[] { sources.Dockerfile + IgnoreFile, Path.Combine(sources.Folder, IgnoreFile) }.FirstOrDefault(File.Exists);
}
