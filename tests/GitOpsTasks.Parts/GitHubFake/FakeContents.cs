using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>Reading the repository and its files: the repository itself, <c>branches</c> and <c>contents</c>.</summary>
internal sealed class FakeContents(GitHubFakeRepository repository)
{
    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", []) => await ShowRepositoryAsync(),
        ("GET", ["branches", .. var name]) => await ShowBranchAsync(Unescape(name)),
        ("GET", ["contents", .. var path]) => await ShowAsync(Unescape(path), call.Query["ref"]),
        _ => null,
    };

    private async Task<GitHubReply> ShowRepositoryAsync() => GitHubReply.Ok(new JsonObject
    {
        ["name"] = repository.Name,
        ["full_name"] = repository.FullName,
        ["html_url"] = repository.Url,
        ["clone_url"] = $"{repository.Url}.git",
        ["default_branch"] = await repository.Git.GitAsync("symbolic-ref", "--short", "HEAD"),
        ["fork"] = false,
    });

    private async Task<GitHubReply> ShowBranchAsync(string name)
    {
        if (await repository.Git.TipAsync(name) is not { } tip)
            return GitHubReply.Problem(404, "Branch not found");
        var ids = (await repository.Git.GitAsync("show", "-s", "--format=%T %P", tip)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return GitHubReply.Ok(new JsonObject
        {
            ["name"] = name,
            ["commit"] = new JsonObject
            {
                ["sha"] = tip,
                ["commit"] = new JsonObject { ["tree"] = new JsonObject { ["sha"] = ids[0] } },
                ["parents"] = new JsonArray([.. ids.Skip(1).Select(parent => (JsonNode)new JsonObject { ["sha"] = parent })]),
            },
            ["protected"] = false,
        });
    }

    private async Task<GitHubReply> ShowAsync(string path, string? reference)
    {
        var revision = string.IsNullOrEmpty(reference) ? "HEAD" : reference;
        if (await repository.Git.ResolveAsync($"{revision}^{{commit}}") is not { } commit)
            return GitHubReply.Problem(404, $"No commit found for the ref {revision}");
        if (await repository.Git.ResolveAsync($"{commit}:{path}") is not { } id)
            return GitHubReply.NotFound;
        if (await repository.Git.ReadBytesAsync(commit, path) is { } content)
            return GitHubReply.Ok(FileJson(path, id, content));
        var names = await repository.Git.GitAsync("ls-tree", "-z", id);
        return GitHubReply.Ok(new JsonArray([.. names
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (JsonNode)EntryJson(path, line))]));
    }

    private static JsonObject FileJson(string path, string id, byte[] content) => new()
    {
        ["type"] = "file",
        ["name"] = path[(path.LastIndexOf('/') + 1)..],
        ["path"] = path,
        ["sha"] = id,
        ["size"] = content.Length,
        ["encoding"] = "base64",
        ["content"] = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks),
    };

    private static JsonObject EntryJson(string folder, string line)
    {
        var tab = line.IndexOf('\t');
        var fields = line[..tab].Split(' ');
        var name = line[(tab + 1)..];
        return new JsonObject
        {
            ["type"] = fields[1] switch { "tree" => "dir", "commit" => "submodule", _ => fields[0] == "120000" ? "symlink" : "file" },
            ["name"] = name,
            ["path"] = folder.Length == 0 ? name : $"{folder}/{name}",
            ["sha"] = fields[2],
        };
    }

    private static string Unescape(string[] path) => Uri.UnescapeDataString(string.Join('/', path));
}
