using System.Text;
using GitOpsTasks.Contracts;
using Microsoft.Win32.SafeHandles;

namespace GitOpsTasks.Build.Archives;

/// <summary>
/// Writes a tar archive whose bytes depend on names, modes and content alone: owner 0, one time for all, ustar headers,
/// and a PAX header of fixed form before an entry whose name or size does not fit. The platform's own writer is not used:
/// it puts the process id into PAX headers, and its bytes are not promised to stay the same.
/// </summary>
internal sealed class TarArchive(Stream output, DateTimeOffset time)
{
    private const int Block = 512;
    private readonly byte[] _buffer = new byte[128 * 1024];

    /// <summary>Writes entries in the order given.</summary>
    /// <exception cref="TaskFailedException">GOT5008: a file cannot be read, or became shorter while it was read.</exception>
    public async Task WriteAsync(IEnumerable<ArchiveEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Source is { } source)
                await WriteFileAsync(entry, source, cancellationToken);
            else
                await WriteHeaderAsync(entry, 0, cancellationToken);
        }

        await output.WriteAsync(new byte[2 * Block], cancellationToken);
    }

    private async Task WriteFileAsync(ArchiveEntry entry, string source, CancellationToken cancellationToken)
    {
        using var file = Open(source);
        var length = RandomAccess.GetLength(file);
        await WriteHeaderAsync(entry, length, cancellationToken);
        for (var rest = length; rest > 0;)
        {
            var read = Read(file, length - rest, (int)Math.Min(rest, _buffer.Length), source);
            if (read == 0)
                throw Unreadable(source, "it became shorter while it was read");
            await output.WriteAsync(_buffer.AsMemory(0, read), cancellationToken);
            rest -= read;
        }

        await PadAsync(length, cancellationToken);
    }

    private async Task WriteHeaderAsync(ArchiveEntry entry, long size, CancellationToken cancellationToken)
    {
        var path = entry.IsFolder ? entry.Path + "/" : entry.Path;
        var records = TarHeader.PaxRecords(path, entry.Link, size);
        if (records.Length > 0)
        {
            var content = Encoding.UTF8.GetBytes(records);
            await output.WriteAsync(
                TarHeader.Of("././@PaxHeader", ArchiveEntry.Readable, content.Length, 'x', null, time), cancellationToken);
            await output.WriteAsync(content, cancellationToken);
            await PadAsync(content.Length, cancellationToken);
        }

        var kind = entry.IsFolder ? '5' : entry.Link is null ? '0' : '2';
        await output.WriteAsync(TarHeader.Of(path, entry.Mode, size, kind, entry.Link, time), cancellationToken);
    }

    private async Task PadAsync(long length, CancellationToken cancellationToken)
    {
        var over = (int)(length % Block);
        if (over > 0)
            await output.WriteAsync(new byte[Block - over], cancellationToken);
    }

    private int Read(SafeFileHandle file, long offset, int count, string source)
    {
        try
        {
            return RandomAccess.Read(file, _buffer.AsSpan(0, count), offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(source, e.Message);
        }
    }

    private static SafeFileHandle Open(string source)
    {
        try
        {
            return File.OpenHandle(source, options: FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(source, e.Message);
        }
    }

    private static TaskFailedException Unreadable(string source, string why) => TaskFailedException.Usage(
        BuildCodes.FileUnreadable, $"'{source}' cannot be read: {why}.", "Check its permissions, and that nothing writes it during the build.");
}
