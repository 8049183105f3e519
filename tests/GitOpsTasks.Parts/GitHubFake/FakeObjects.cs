using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints for commits and blobs; trees are in <see cref="FakeTrees"/>.</summary>
internal sealed class FakeObjects(BareRepository git)
{
    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["git", "commits", var id]) => await ShowCommitAsync(id),
        ("POST", ["git", "commits"]) => await CreateCommitAsync(call),
        ("GET", ["git", "blobs", var id]) => await ShowBlobAsync(id),
        ("POST", ["git", "blobs"]) => await CreateBlobAsync(call),
        ("GET", ["git", "trees", .. var revision]) => await new FakeTrees(git).ShowAsync(string.Join('/', revision), call),
        ("POST", ["git", "trees"]) => await new FakeTrees(git).CreateAsync(call),
        _ => null,
    };

    private async Task<GitHubReply> ShowCommitAsync(string id) =>
        await git.ResolveAsync($"{id}^{{commit}}") == id ? GitHubReply.Ok(await CommitJsonAsync(id, isSigned: false)) : GitHubReply.NotFound;

    // Signed by the forge only where neither author nor committer is given, as GitHub does for Apps and workflow tokens.
    private async Task<GitHubReply> CreateCommitAsync(GitHubCall call)
    {
        var tree = call.Text("tree") ?? "";
        if (await git.ResolveAsync($"{tree}^{{tree}}") != tree)
            return GitHubReply.Problem(422, "Tree SHA does not exist");
        var arguments = new List<string> { "commit-tree", tree };
        foreach (var parent in call.Body?["parents"] as JsonArray ?? [])
        {
            if (await git.ResolveAsync($"{parent}^{{commit}}") is null)
                return GitHubReply.Problem(422, "Parent SHA does not exist or is not a commit object");
            arguments.AddRange(["-p", parent!.GetValue<string>()]);
        }

        var variables = Identity(call, "author", "AUTHOR").Concat(Identity(call, "committer", "COMMITTER"));
        var message = Encoding.UTF8.GetBytes(call.Text("message") ?? "");
        var result = await git.TryGitAsync([.. arguments, "-F", "-"], message, variables);
        return result.Succeeded
            ? GitHubReply.Created(await CommitJsonAsync(
                result.Text, isSigned: call.Body?["author"] is null && call.Body?["committer"] is null))
            : GitHubReply.Problem(422, result.Error);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Identity(GitHubCall call, string name, string variable)
    {
        if (call.Body?[name] is not JsonObject person)
            yield break;
        foreach (var part in (string[])["name", "email", "date"])
        {
            if (person[part]?.GetValue<string>() is { } value)
                yield return KeyValuePair.Create($"GIT_{variable}_{part.ToUpperInvariant()}", (string?)value);
        }
    }

    private async Task<JsonObject> CommitJsonAsync(string id, bool isSigned)
    {
        var text = await git.GitAsync("show", "-s", "--format=%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B", id);
        var fields = text.Split('\0');
        return new JsonObject
        {
            ["sha"] = id,
            ["tree"] = new JsonObject { ["sha"] = fields[0] },
            ["parents"] = new JsonArray([.. fields[1]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(parent => (JsonNode)new JsonObject { ["sha"] = parent })]),
            ["author"] = Person(fields[2], fields[3], fields[4]),
            ["committer"] = Person(fields[5], fields[6], fields[7]),
            ["message"] = fields[8].TrimEnd('\n'),
            ["verification"] = new JsonObject { ["verified"] = isSigned, ["reason"] = isSigned ? "valid" : "unsigned" },
        };
    }

    private static JsonObject Person(string name, string email, string date) =>
        new() { ["name"] = name, ["email"] = email, ["date"] = date };

    private async Task<GitHubReply> ShowBlobAsync(string id)
    {
        var result = await git.TryGitAsync(["cat-file", "blob", id]);
        return result.Succeeded
            ? GitHubReply.Ok(new JsonObject
            {
                ["sha"] = id,
                ["size"] = result.Output.Length,
                ["encoding"] = "base64",
                ["content"] = Convert.ToBase64String(result.Output.Span, Base64FormattingOptions.InsertLineBreaks),
            })
            : GitHubReply.NotFound;
    }

    private async Task<GitHubReply> CreateBlobAsync(GitHubCall call)
    {
        var content = call.Text("content") ?? "";
        var bytes = call.Text("encoding") == "base64" ? Convert.FromBase64String(content) : Encoding.UTF8.GetBytes(content);
        var result = await git.TryGitAsync(["hash-object", "-w", "--stdin"], bytes);
        return GitHubReply.Created(new JsonObject { ["sha"] = result.Text });
    }
}
