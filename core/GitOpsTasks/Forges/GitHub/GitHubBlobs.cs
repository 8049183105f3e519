using System.Text;
using System.Text.Json;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Reads files. GraphQL gives texts, which it cuts off when they are long and converts when they are not UTF-8: what does not
/// have the id that was asked for is read by REST, which gives bytes.
/// </summary>
/// <param name="calls">REST.</param>
/// <param name="query">GraphQL.</param>
internal sealed class GitHubBlobs(GitHubCalls calls, GitHubGraphQl query)
{
    private const string Fields = "...on Blob{isBinary isTruncated text}";
    private const long LongestText = 256 * 1024;
    private const long MostOfQuery = 4 * 1024 * 1024;

    /// <summary>Files by the ids of their blobs.</summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadAsync(
        IReadOnlyCollection<ForgeEntry> files, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ReadOnlyMemory<byte>>(files.Count, StringComparer.Ordinal);
        foreach (var batch in files.Count > 1 ? Batches(files) : [])
        {
            foreach (var (id, content) in await query.ObjectsAsync(batch, Fields, FromQuery, cancellationToken))
                found[id] = content;
        }

        foreach (var file in files.Where(file => !found.ContainsKey(file.Id)))
            found[file.Id] = await ReadOneAsync(file.Id, cancellationToken);
        return found;
    }

    // As many as one answer can hold, where it is known how long they are.
    private static IEnumerable<IReadOnlyList<string>> Batches(IEnumerable<ForgeEntry> files)
    {
        var (batch, length) = (new List<string>(), 0L);
        foreach (var file in files.Where(file => file.Size is null or <= LongestText))
        {
            if (batch.Count > 0 && length + (file.Size ?? 0) > MostOfQuery)
            {
                yield return batch;
                (batch, length) = ([], 0);
            }

            batch.Add(file.Id);
            length += file.Size ?? 0;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static ReadOnlyMemory<byte>? FromQuery(string id, JsonElement json)
    {
        if (!json.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            return null;
        var content = Encoding.UTF8.GetBytes(text.GetString()!);

        // A bare null would become an empty array.
        return GitHubIds.IsOfBlob(id, content) ? content : (ReadOnlyMemory<byte>?)null;
    }

    private async Task<ReadOnlyMemory<byte>> ReadOneAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.ReadAsync($"git/blobs/{GitHubCalls.Escape(id)}", "read a file", cancellationToken);
        var content = answer.Read(json => json.GetProperty("encoding").GetString() == "base64"
            ? Convert.FromBase64String(json.GetProperty("content").GetString() ?? "")
            : Encoding.UTF8.GetBytes(json.GetProperty("content").GetString() ?? ""));
        return GitHubIds.IsOfBlob(id, content) ? content : throw calls.Differs("a file that is not the one asked for");
    }
}
