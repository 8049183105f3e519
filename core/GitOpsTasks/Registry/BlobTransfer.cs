using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Brings blobs to a repository, several at a time, and tells how far each of them is.</summary>
/// <param name="to">The repository.</param>
/// <param name="step">Told the progress, one call at a time.</param>
public sealed class BlobTransfer(IRegistry to, IProgressStep step)
{
    /// <summary>How many blobs are under way at the same time.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>Brings them all. The first failure ends the others.</summary>
    /// <returns>How many were not there before.</returns>
    /// <exception cref="TaskFailedException">One could not be brought there.</exception>
    public async Task<int> RunAsync(IEnumerable<OciBlob> blobs, CancellationToken cancellationToken)
    {
        var all = blobs.DistinctBy(blob => blob.Descriptor.Digest).ToList();
        var progress = new TransferProgress(step, all);
        var sent = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(all, options, async (blob, token) =>
        {
            var watched = blob with { Open = () => progress.Watch(blob) };
            var wasSent = await to.PushBlobAsync(watched, token);
            if (wasSent)
                Interlocked.Increment(ref sent);
            progress.End(blob, wasSent);
        });
        return sent;
    }
}
