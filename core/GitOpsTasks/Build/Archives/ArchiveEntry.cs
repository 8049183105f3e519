namespace GitOpsTasks.Build.Archives;

/// <summary>One entry of a tar archive.</summary>
/// <param name="Path">Its path in the archive: relative, forward slashes, none at the end.</param>
/// <param name="Mode">Its permissions.</param>
internal sealed record ArchiveEntry(string Path, UnixFileMode Mode)
{
    /// <summary>The mode of folders, and of programs.</summary>
    public const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    /// <summary>The mode of files that are not programs.</summary>
    public const UnixFileMode Readable = (UnixFileMode)0b110_100_100;

    /// <summary>The file its content is read from; null for folders and links.</summary>
    public string? Source { get; init; }

    /// <summary>What a symbolic link points at, as it is written; null for all else.</summary>
    public string? Link { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Source is null && Link is null;
}
