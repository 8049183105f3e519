using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>
/// The endpoints for trees. Made with a real index: without <c>base_tree</c> every other file is gone, a null <c>sha</c>
/// deletes and must find the file, and a tree put over a folder merges with it.
/// </summary>
internal sealed class FakeTrees(GitHubFakeRepository repository)
{
    private const string NoObject = "0000000000000000000000000000000000000000";

    private readonly BareRepository _git = repository.Git;

    public async Task<GitHubReply> ShowAsync(string revision, GitHubCall call)
    {
        if (await _git.ResolveAsync($"{Uri.UnescapeDataString(revision)}^{{tree}}") is not { } tree)
            return GitHubReply.NotFound;
        string[] recursion = call.Query.ContainsKey("recursive") ? ["-r", "-t"] : [];
        var lines = (await _git.GitAsync(["ls-tree", "-z", "-l", .. recursion, tree])).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return GitHubReply.Ok(new JsonObject
        {
            ["sha"] = tree,
            ["tree"] = new JsonArray([.. lines.Take(repository.LongestListing).Select(Entry)]),
            ["truncated"] = lines.Length > repository.LongestListing,
        });
    }

    public async Task<GitHubReply> CreateAsync(GitHubCall call)
    {
        using var index = new TemporaryIndex(_git);
        if (call.Text("base_tree") is { } baseTree)
        {
            if (await _git.ResolveAsync($"{baseTree}^{{tree}}") is not { } tree)
                return GitHubReply.Problem(422, "base_tree is not a valid tree oid");
            await index.RunAsync(["read-tree", tree]);
        }

        var lines = new StringBuilder();
        foreach (var entry in call.Body?["tree"] as JsonArray ?? [])
        {
            if (await AddAsync(index, (JsonObject)entry!, lines) is { } refusal)
                return refusal;
        }

        await index.RunAsync(["update-index", "-z", "--add", "--replace", "--index-info"], lines.ToString());
        var written = (await index.RunAsync(["write-tree"])).Text;
        return GitHubReply.Created(new JsonObject { ["sha"] = written });
    }

    private async Task<GitHubReply?> AddAsync(TemporaryIndex index, JsonObject entry, StringBuilder lines)
    {
        var path = entry["path"]?.GetValue<string>() ?? "";
        var mode = entry["mode"]?.GetValue<string>();
        if (mode is not ("100644" or "100755" or "120000" or "160000" or "040000"))
            return GitHubReply.Problem(422, "Must supply a valid tree.mode");
        if (path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
            return GitHubReply.Problem(422, "tree.path contains a malformed path component");
        if (entry.ContainsKey("sha") == entry.ContainsKey("content"))
            return GitHubReply.Problem(422, "Must supply either tree.sha or tree.content");
        if (entry["content"]?.GetValue<string>() is { } content)
        {
            var blob = await _git.TryGitAsync(["hash-object", "-w", "--stdin"], Encoding.UTF8.GetBytes(content));
            lines.Append($"{mode} {blob.Text}\t{path}\0");
            return null;
        }

        if (entry["sha"]?.GetValue<string>() is not { } id)
        {
            lines.Append($"0 {NoObject}\t{path}\0");
            return await index.HasAsync(path) ? null : GitHubReply.Problem(422, "GitRPC::BadObjectState");
        }

        if (mode != "160000" && await _git.ResolveAsync($"{id}^{{object}}") is null)
            return GitHubReply.Problem(422, $"tree.sha {id} is not a valid object");
        if (mode == "040000")
            await index.MergeAsync(id, path);
        else
            lines.Append($"{mode} {id}\t{path}\0");
        return null;
    }

    private static JsonNode Entry(string line)
    {
        var tab = line.IndexOf('\t');
        var fields = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var entry = new JsonObject
        {
            ["path"] = line[(tab + 1)..],
            ["mode"] = fields[0],
            ["type"] = fields[1],
            ["sha"] = fields[2],
        };
        if (int.TryParse(fields[3], out var size))
            entry["size"] = size;
        return entry;
    }
}
