using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints for refs: <c>git/ref</c>, <c>git/refs</c> and <c>git/matching-refs</c>.</summary>
internal sealed class FakeRefs(GitHubFakeRepository repository)
{
    private const string NoCommit = "0000000000000000000000000000000000000000";

    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["git", "ref", .. var name]) => await ShowAsync(Join(name)),
        ("GET", ["git", "matching-refs", .. var name]) => await MatchAsync(call, Join(name)),
        ("POST", ["git", "refs"]) => await CreateAsync(call.Text("ref") ?? "", call.Text("sha") ?? ""),
        ("PATCH", ["git", "refs", .. var name]) => await MoveAsync(call, Join(name)),
        ("DELETE", ["git", "refs", .. var name]) => await DeleteAsync(Join(name)),
        _ => null,
    };

    private async Task<GitHubReply> ShowAsync(string name) =>
        await repository.Git.ResolveAsync(name) is { } id ? GitHubReply.Ok(await JsonAsync(name, id)) : GitHubReply.NotFound;

    private async Task<GitHubReply> MatchAsync(GitHubCall call, string prefix)
    {
        var found = new List<JsonNode>();
        foreach (var (name, id) in await repository.Git.RefsAsync())
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                found.Add(await JsonAsync(name, id));
        }

        return call.Page(found);
    }

    private async Task<GitHubReply> CreateAsync(string name, string id)
    {
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Count(c => c == '/') < 2)
            return GitHubReply.Problem(422, $"{name} is not a valid ref name.");
        if (await repository.Git.ResolveAsync($"{id}^{{object}}") is null)
            return GitHubReply.Problem(422, "Object does not exist");
        if (await repository.Git.ResolveAsync(name) is not null)
            return GitHubReply.Problem(422, "Reference already exists");
        var created = await repository.Git.TryGitAsync(["update-ref", name, id, NoCommit]);
        return created.Succeeded
            ? GitHubReply.Created(await JsonAsync(name, id))
            : GitHubReply.Problem(422, "Reference cannot be created");
    }

    private async Task<GitHubReply> MoveAsync(GitHubCall call, string name)
    {
        var id = call.Text("sha") ?? "";
        if (await repository.Git.ResolveAsync(name) is not { } old)
            return GitHubReply.Problem(422, "Reference does not exist");
        if (await repository.Git.ResolveAsync($"{id}^{{commit}}") is null)
            return GitHubReply.Problem(422, "Object does not exist");
        var isForced = call.Body?["force"]?.GetValue<bool>() == true;
        if (!isForced && !await repository.IsAncestorAsync(old, id))
            return GitHubReply.Problem(422, "Update is not a fast forward");
        var moved = await repository.Git.TryGitAsync(["update-ref", name, id, old]);
        return moved.Succeeded
            ? GitHubReply.Ok(await JsonAsync(name, id))
            : GitHubReply.Problem(422, "Update is not a fast forward");
    }

    private async Task<GitHubReply> DeleteAsync(string name)
    {
        if (await repository.Git.ResolveAsync(name) is null)
            return GitHubReply.Problem(422, "Reference does not exist");
        await repository.Git.GitAsync("update-ref", "-d", name);
        return GitHubReply.NoContent;
    }

    private async Task<JsonObject> JsonAsync(string name, string id) => new()
    {
        ["ref"] = name,
        ["object"] = new JsonObject { ["sha"] = id, ["type"] = await repository.Git.GitAsync("cat-file", "-t", id) },
    };

    private static string Join(string[] name) => "refs/" + Uri.UnescapeDataString(string.Join('/', name));
}
