using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Makes commits: one tree with the new texts in it, on the tree it changes, and one commit of it.</summary>
/// <param name="calls">REST.</param>
internal sealed class GitHubCommits(GitHubCalls calls)
{
    private const int LongestText = 1024 * 1024;

    /// <summary>Makes a commit that no branch has yet; returns its id.</summary>
    public async Task<string> MakeAsync(ForgeChange change, CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<TreePath, string>();
        foreach (var file in change.Files)
        {
            if (file.Content is { } content && !IsText(content.Span))
                blobs[file.Path] = await MakeBlobAsync(content, cancellationToken);
        }

        var tree = await calls.MakeAsync("git/trees", TreeOf(change, blobs), "write files", cancellationToken);
        return await calls.MakeAsync("git/commits", CommitOf(change, tree), "commit", cancellationToken);
    }

    // JSON holds texts, and git's own reader of them stops at a NUL.
    private static bool IsText(ReadOnlySpan<byte> content) => content.Length <= LongestText && Utf8.IsValid(content) && !content.Contains((byte)0);

    private async Task<string> MakeBlobAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var body = GitHubBody.Of(json =>
        {
            json.WriteBase64String("content", content.Span);
            json.WriteString("encoding", "base64");
        });
        var id = await calls.MakeAsync("git/blobs", body, "write a file", cancellationToken);
        return GitHubIds.IsOfBlob(id, content.Span) ? id : throw calls.Differs("another file than it was sent, for one");
    }

    // Without base_tree every other file would be gone; a null for sha, and it alone, removes a file.
    private static byte[] TreeOf(ForgeChange change, Dictionary<TreePath, string> blobs) => GitHubBody.Of(json =>
    {
        if (change.BaseTree is not null)
            json.WriteString("base_tree", change.BaseTree);
        json.WriteStartArray("tree");
        foreach (var file in change.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path.Value);
            json.WriteString("mode", GitModes.Of(file.Kind));
            json.WriteString("type", "blob");
            if (file.Content is not { } content)
                json.WriteNull("sha");
            else if (blobs.TryGetValue(file.Path, out var id))
                json.WriteString("sha", id);
            else
                json.WriteString("content", content.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] CommitOf(ForgeChange change, string tree) => GitHubBody.Of(json =>
    {
        json.WriteString("message", change.Message);
        json.WriteString("tree", tree);
        json.WriteStartArray("parents");
        foreach (var parent in change.Parents)
            json.WriteStringValue(parent);
        json.WriteEndArray();
        Sign(json, "author", change.Author);
        Sign(json, "committer", change.Committer);
    });

    private static void Sign(Utf8JsonWriter json, string role, ForgeSignature? signature)
    {
        if (signature is null)
            return;
        json.WriteStartObject(role);
        json.WriteString("name", signature.Name);
        json.WriteString("email", signature.Mail);
        json.WriteString("date", signature.Date.ToString(signature.Date.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
