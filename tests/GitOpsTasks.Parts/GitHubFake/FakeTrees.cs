using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>
/// The endpoints for trees. Made with a real index: without <c>base_tree</c> every other file is gone, a null <c>sha</c>
/// deletes and must find the file, and a tree put over a folder merges with it.
/// </summary>
internal sealed class FakeTrees(BareRepository git)
{
    public async Task<GitHubReply> ShowAsync(string revision, GitHubCall call)
    {
        if (await git.ResolveAsync($"{Uri.UnescapeDataString(revision)}^{{tree}}") is not { } tree)
            return GitHubReply.NotFound;
        string[] recursion = call.Query.ContainsKey("recursive") ? ["-r", "-t"] : [];
        var entries = (await git.GitAsync(["ls-tree", "-z", "-l", .. recursion, tree]))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(Entry);
        return GitHubReply.Ok(new JsonObject
        {
            ["sha"] = tree,
            ["tree"] = new JsonArray([.. entries]),
            ["truncated"] = false,
        });
    }

    public async Task<GitHubReply> CreateAsync(GitHubCall call)
    {
        using var index = new TemporaryIndex(git);
        if (call.Text("base_tree") is { } baseTree)
        {
            if (await git.ResolveAsync($"{baseTree}^{{tree}}") is not { } tree)
                return GitHubReply.Problem(422, "base_tree is not a valid tree oid");
            await index.RunAsync(["read-tree", tree]);
        }

        foreach (var entry in call.Body?["tree"] as JsonArray ?? [])
        {
            if (await AddAsync(index, (JsonObject)entry!) is { } refusal)
                return refusal;
        }

        var written = (await index.RunAsync(["write-tree"])).Text;
        return GitHubReply.Created(new JsonObject { ["sha"] = written });
    }

    private async Task<GitHubReply?> AddAsync(TemporaryIndex index, JsonObject entry)
    {
        var path = entry["path"]?.GetValue<string>() ?? "";
        var mode = entry["mode"]?.GetValue<string>();
        if (path.Length == 0 || mode is not ("100644" or "100755" or "120000" or "160000" or "040000"))
            return GitHubReply.Problem(422, "tree.path or tree.mode is invalid");
        if (entry["content"]?.GetValue<string>() is { } content)
        {
            var blob = await git.TryGitAsync(["hash-object", "-w", "--stdin"], Encoding.UTF8.GetBytes(content));
            await index.SetAsync(mode, blob.Text, path);
            return null;
        }

        if (!entry.ContainsKey("sha"))
            return GitHubReply.Problem(422, "Must supply either tree.sha or tree.content");
        if (entry["sha"]?.GetValue<string>() is not { } id)
            return await index.RemoveAsync(path) ? null : GitHubReply.Problem(422, "GitRPC::BadObjectState");
        if (mode != "160000" && await git.ResolveAsync($"{id}^{{object}}") is null)
            return GitHubReply.Problem(422, $"tree.sha {id} is not a valid object");
        if (mode == "040000")
            await index.MergeAsync(id, path);
        else
            await index.SetAsync(mode, id, path);
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
