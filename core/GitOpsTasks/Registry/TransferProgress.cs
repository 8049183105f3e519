using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>How far a <see cref="BlobTransfer"/> is: a line where a blob has moved on by a tenth, and at its end.</summary>
internal sealed class TransferProgress(IProgressStep step, IReadOnlyList<OciBlob> blobs)
{
    private const double Megabyte = 1_000_000;
    private const int Tenths = 10;
    private const int ShownDigits = 12;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, long> _sent = new(StringComparer.Ordinal);
    private readonly long _total = Math.Max(1, blobs.Sum(blob => blob.Descriptor.Size));
    private int _ended;

    /// <summary>Opens a blob from its start and tells how much of it has been read.</summary>
    public Stream Watch(OciBlob blob)
    {
        lock (_turn)
            _sent[blob.Descriptor.Digest] = 0;
        return new WatchedStream(blob.Open(), position => Move(blob.Descriptor, position));
    }

    /// <summary>A blob is there.</summary>
    public void End(OciBlob blob, bool wasSent)
    {
        lock (_turn)
        {
            _sent[blob.Descriptor.Digest] = blob.Descriptor.Size;
            _ended++;
            Report($"{Name(blob.Descriptor)} {(wasSent ? "stored" : "was there")}");
        }
    }

    private void Move(OciDescriptor blob, long position)
    {
        lock (_turn)
        {
            var before = Tenths * _sent[blob.Digest] / Math.Max(1, blob.Size);
            _sent[blob.Digest] = position;
            if (Tenths * position / Math.Max(1, blob.Size) > before && position < blob.Size)
                Report($"{Name(blob)} {position / Megabyte:0.0} of {blob.Size / Megabyte:0.0} MB");
        }
    }

    private void Report(string what)
    {
        var done = _sent.Values.Sum();
        step.Report(
            $"{_ended} of {blobs.Count} blobs, {done / Megabyte:0.0} of {_total / Megabyte:0.0} MB; {what}",
            Math.Min(1, (double)done / _total));
    }

    private static string Name(OciDescriptor blob)
    {
        var hex = blob.Digest[(blob.Digest.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return hex[..Math.Min(ShownDigits, hex.Length)];
    }
}
