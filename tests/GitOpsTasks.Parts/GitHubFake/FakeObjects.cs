using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints for commits and blobs; trees are in <see cref="FakeTrees"/>.</summary>
internal sealed class FakeObjects(GitHubFakeRepository repository)
{
    private const int LongestBlob = 100_000_000;

    private readonly BareRepository _git = repository.Git;

    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["git", "commits", var id]) => await ShowCommitAsync(id),
        ("POST", ["git", "commits"]) => await CreateCommitAsync(call),
        ("GET", ["git", "blobs", var id]) => await ShowBlobAsync(id),
        ("POST", ["git", "blobs"]) => await CreateBlobAsync(call),
        ("GET", ["git", "trees", .. var revision]) => await new FakeTrees(repository).ShowAsync(string.Join('/', revision), call),
        ("POST", ["git", "trees"]) => await new FakeTrees(repository).CreateAsync(call),
        _ => null,
    };

    private async Task<GitHubReply> ShowCommitAsync(string id) =>
        await _git.ResolveAsync($"{id}^{{commit}}") == id ? GitHubReply.Ok(await CommitJsonAsync(id, isSigned: false)) : GitHubReply.NotFound;

    // Signed by the forge only where neither author nor committer is given, as GitHub does for Apps and workflow tokens. The
    // message is stored as it was sent, to the byte.
    private async Task<GitHubReply> CreateCommitAsync(GitHubCall call)
    {
        var tree = call.Text("tree") ?? "";
        if (await _git.ResolveAsync($"{tree}^{{tree}}") != tree)
            return GitHubReply.Problem(422, "Tree SHA does not exist");
        var text = new StringBuilder($"tree {tree}\n");
        foreach (var parent in call.Body?["parents"] as JsonArray ?? [])
        {
            if (await _git.ResolveAsync($"{parent}^{{commit}}") is null)
                return GitHubReply.Problem(422, "Parent SHA does not exist or is not a commit object");
            text.Append($"parent {parent!.GetValue<string>()}\n");
        }

        var author = Signature(call.Body?["author"] as JsonObject);
        var committer = call.Body?["committer"] is JsonObject given ? Signature(given) : author;
        if (author is null || committer is null || call.Text("message") is not { } message)
            return GitHubReply.Problem(422, "Invalid request: name, email and message are needed");
        text.Append($"author {author}\ncommitter {committer}\n\n{message}");
        var result = await _git.TryGitAsync(["hash-object", "-t", "commit", "-w", "--stdin"], Encoding.UTF8.GetBytes(text.ToString()));
        return result.Succeeded
            ? GitHubReply.Created(await CommitJsonAsync(
                result.Text, isSigned: call.Body?["author"] is null && call.Body?["committer"] is null))
            : GitHubReply.Problem(422, result.Error);
    }

    private static string? Signature(JsonObject? person)
    {
        if (person is null)
            return $"fake-user <fake-user@users.noreply.example.com> {DateTimeOffset.UtcNow.ToUnixTimeSeconds()} +0000";
        if (person["name"]?.GetValue<string>() is not { Length: > 0 } name || person["email"]?.GetValue<string>() is not { } mail)
            return null;
        var date = person["date"] is { } text ? DateTimeOffset.Parse(text.GetValue<string>(), CultureInfo.InvariantCulture) : DateTimeOffset.UtcNow;
        var zone = $"{(date.Offset < TimeSpan.Zero ? '-' : '+')}{date.Offset:hhmm}";
        return $"{name} <{mail}> {date.ToUnixTimeSeconds()} {zone}";
    }

    private async Task<JsonObject> CommitJsonAsync(string id, bool isSigned)
    {
        var text = await _git.GitAsync("show", "-s", "--format=%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B", id);
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
        var result = await _git.TryGitAsync(["cat-file", "blob", id]);
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
        if (content.Length > LongestBlob)
            return GitHubReply.Problem(413, "The blob is too large");
        var bytes = call.Text("encoding") == "base64" ? Convert.FromBase64String(content) : Encoding.UTF8.GetBytes(content);
        var result = await _git.TryGitAsync(["hash-object", "-w", "--stdin"], bytes);
        return GitHubReply.Created(new JsonObject { ["sha"] = result.Text });
    }
}
