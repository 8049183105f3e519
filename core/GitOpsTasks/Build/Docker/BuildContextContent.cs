using System.Net;
using GitOpsTasks.Build.Archives;

namespace GitOpsTasks.Build.Docker;

/// <summary>A build context as the body of a request: archived while it is sent, never held as a whole.</summary>
internal sealed class BuildContextContent : HttpContent
{
    private readonly IReadOnlyCollection<ArchiveEntry> _entries;

    public BuildContextContent(IReadOnlyCollection<ArchiveEntry> entries)
    {
        _entries = entries;
        Headers.ContentType = new("application/x-tar");
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        new TarArchive(stream, DateTimeOffset.UnixEpoch).WriteAsync(_entries, cancellationToken);

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
