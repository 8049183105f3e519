using System.Security.Cryptography;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Passes a blob on and, at its end, holds it against its digest and size.</summary>
/// <param name="inner">The blob's content; disposed with this stream.</param>
/// <param name="blob">What it should be.</param>
/// <param name="place">Where it comes from, for the message.</param>
internal sealed class VerifiedStream(Stream inner, OciDescriptor blob, string place) : ForwardStream
{
    private readonly IncrementalHash _hash = OciDigest.Begin(blob.Digest);
    private long _length;
    private bool _isVerified;

    /// <inheritdoc />
    /// <exception cref="TaskFailedException">GOT5110: the content is not of its digest.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _hash.AppendData(buffer.Span[..read]);
        _length += read;
        if (_length > blob.Size)
            throw Wrong();
        if ((read == 0 && buffer.Length > 0) || _length == blob.Size)
            Verify();
        return read;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Verify()
    {
        if (_isVerified)
            return;
        _isVerified = true;
        if (_length != blob.Size || !OciDigest.IsOf(_hash, blob.Digest))
            throw Wrong();
    }

    private TaskFailedException Wrong() => TaskFailedException.External(
        RegistryCodes.ContentDigestWrong,
        $"The content of {blob.Digest} in '{place}' is not of that digest and of {blob.Size} bytes.",
        "It was changed on its way or in its place: push it again from where it was built.");
}
