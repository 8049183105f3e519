using System.Globalization;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>Reads blobs of a partial clone: what is missing is fetched in one request for all of them.</summary>
/// <param name="git">The private repository.</param>
internal sealed class ObjectReader(GitCommand git)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _blobs = new(StringComparer.Ordinal);

    /// <summary>Whether the server sent every blob with the first fetch, because it knows no filters.</summary>
    public bool HasAllBlobs { get; set; }

    /// <summary>The contents of blobs, by object id.</summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Where(id => !_blobs.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
            return _blobs;
        var input = Encoding.ASCII.GetBytes(string.Concat(wanted.Select(id => id + "\n")));
        if (!HasAllBlobs)
            await FetchAsync(input, cancellationToken);
        var result = await git.RunAsync(["cat-file", "--batch"], cancellationToken, input);
        Split(result.Output);
        return _blobs;
    }

    // Without this, cat-file would fetch each missing blob by a connection of its own. A server that refuses is asked that way.
    private Task<ProcessResult> FetchAsync(byte[] ids, CancellationToken cancellationToken) => git.AskAsync(
        [
            "-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head",
            "--recurse-submodules=no", "--filter=blob:none", "--stdin", "origin",
        ],
        cancellationToken,
        ids);

    // Each answer is "<id> blob <size>\n<bytes>\n"; see git-cat-file, "Batch output".
    private void Split(ReadOnlyMemory<byte> output)
    {
        while (output.Length > 0)
        {
            var lineEnd = output.Span.IndexOf((byte)'\n');
            var header = Encoding.ASCII.GetString(output.Span[..lineEnd]).Split(' ');
            if (header is not [var id, "blob", var sizeText])
                throw TaskFailedException.External(GitCodes.GitFailed, $"git has no blob for '{header[0]}'.", "Run the task again.");
            var size = int.Parse(sizeText, CultureInfo.InvariantCulture);
            _blobs[id] = output.Slice(lineEnd + 1, size).ToArray();
            output = output[(lineEnd + 1 + size + 1)..];
        }
    }
}
