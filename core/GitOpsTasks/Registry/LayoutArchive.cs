using System.Formats.Tar;

namespace GitOpsTasks.Registry;

/// <summary>
/// The files of an image layout in a tar archive. What is written goes to a folder first, and hides what the archive has of
/// the same name, until both are written to a new archive.
/// </summary>
internal sealed class LayoutArchive : ILayoutFiles
{
    private readonly string _path;
    private readonly string _stage;
    private readonly LayoutFolder _staged;
    private readonly Dictionary<string, (long Offset, long Length)> _entries;

    private LayoutArchive(string path, string stage, TimeProvider time, Dictionary<string, (long Offset, long Length)> entries)
    {
        (_path, _stage, _entries) = (path, stage, entries);
        _staged = new LayoutFolder(stage, time);
    }

    /// <inheritdoc />
    public string Place => _path;

    /// <summary>Looks through an archive; one that is not there has no files.</summary>
    /// <param name="path">Absolute path of the archive.</param>
    /// <param name="stage">Absolute path of a folder for what is written.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<LayoutArchive> OpenAsync(string path, string stage, TimeProvider time, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, (long Offset, long Length)>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            await using var file = File.OpenRead(path);
            await using var reader = new TarReader(file);
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                    entries[NameOf(entry)] = (entry.DataOffset, entry.Length);
            }
        }

        return new LayoutArchive(path, stage, time, entries);
    }

    /// <inheritdoc />
    public Stream? Open(string path)
    {
        if (_staged.Open(path) is { } written)
            return written;
        if (!_entries.TryGetValue(path, out var entry))
            return null;
        var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) { Position = entry.Offset };
        return new PartStream(file, entry.Length);
    }

    /// <inheritdoc />
    public bool Has(string path) => _staged.Has(path) || _entries.ContainsKey(path);

    /// <inheritdoc />
    public Task WriteAsync(string path, Stream content, CancellationToken cancellationToken) =>
        _staged.WriteAsync(path, content, cancellationToken);

    /// <inheritdoc />
    public Task<IDisposable> LockAsync(CancellationToken cancellationToken) => _staged.LockAsync(cancellationToken);

    /// <summary>Writes all files as an archive, in the order of their names and with no times, so that the same files give the same bytes.</summary>
    public async Task SaveAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var name in _entries.Keys.Union(StagedNames(), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await using var content = Open(name);
            var entry = new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content,
                ModificationTime = DateTimeOffset.UnixEpoch,
            };
            await writer.WriteEntryAsync(entry, cancellationToken);
        }
    }

    /// <summary>Whether something was written.</summary>
    public bool IsChanged => StagedNames().Any();

    private IEnumerable<string> StagedNames() => Directory.Exists(_stage)
        ? Directory.EnumerateFiles(_stage, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_stage, file).Replace(Path.DirectorySeparatorChar, '/'))
        : [];

    private static string NameOf(TarEntry entry) =>
        entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
}
