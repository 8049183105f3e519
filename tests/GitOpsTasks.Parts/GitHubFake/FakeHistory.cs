using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>History: <c>commits</c> and <c>compare</c>.</summary>
internal sealed class FakeHistory(GitHubFakeRepository repository)
{
    private const string Format = "--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x1e";

    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["commits"]) => await ListAsync(call),
        ("GET", ["commits", .. var revision]) => await ShowAsync(Unescape(revision)),
        ("GET", ["compare", .. var range]) => await CompareAsync(call, Unescape(range)),
        _ => null,
    };

    private async Task<GitHubReply> ListAsync(GitHubCall call)
    {
        if (await repository.Git.ResolveAsync($"{call.Query["sha"]}^{{commit}}") is not { } commit)
            return GitHubReply.NotFound;
        string[] path = call.Query["path"].ToString() is { Length: > 0 } given ? ["--", $":(literal){given}"] : [];
        return call.Page(await LogAsync([commit, .. path]));
    }

    private async Task<GitHubReply> ShowAsync(string revision)
    {
        if (await repository.Git.ResolveAsync($"{revision}^{{commit}}") is not { } commit)
            return GitHubReply.NotFound;
        var shown = (await LogAsync(["-1", commit])).Single();
        var names = await repository.Git.GitAsync("diff-tree", "-r", "-z", "--root", "--no-commit-id", "--no-renames", "--name-only", commit);
        shown["files"] = new JsonArray([.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)new JsonObject { ["filename"] = name })]);
        return GitHubReply.Ok(shown);
    }

    private async Task<GitHubReply> CompareAsync(GitHubCall call, string range)
    {
        if (range.Split("...") is not [var from, var to]
            || await repository.Git.ResolveAsync($"{from}^{{commit}}") is not { } old || await repository.Git.ResolveAsync($"{to}^{{commit}}") is not { } now)
            return GitHubReply.NotFound;
        var ancestor = await repository.Git.TryGitAsync(["merge-base", old, now]);
        if (!ancestor.Succeeded)
            return GitHubReply.Problem(404, $"No common ancestor between {from} and {to}.");
        var counts = (await repository.Git.GitAsync("rev-list", "--left-right", "--count", $"{old}...{now}")).Split('\t');
        var page = call.Page(await LogAsync(["--reverse", $"{old}..{now}"]));
        return page with
        {
            Body = new JsonObject
            {
                ["status"] = counts switch { ["0", "0"] => "identical", ["0", _] => "ahead", [_, "0"] => "behind", _ => "diverged" },
                ["behind_by"] = int.Parse(counts[0]),
                ["ahead_by"] = int.Parse(counts[1]),
                ["merge_base_commit"] = (await LogAsync(["-1", ancestor.Text])).Single(),
                ["commits"] = page.Body,
            },
        };
    }

    private async Task<IReadOnlyList<JsonNode>> LogAsync(IReadOnlyList<string> arguments) =>
    [
        .. (await repository.Git.GitAsync(["log", "--encoding=UTF-8", Format, .. arguments]))
            .Split('\x1e', StringSplitOptions.RemoveEmptyEntries).Select(record => record.TrimStart('\n').Split('\0')).Where(fields => fields.Length == 10).Select(Show),
    ];

    private static JsonNode Show(string[] fields) => new JsonObject
    {
        ["sha"] = fields[0],
        ["commit"] = new JsonObject
        {
            ["tree"] = new JsonObject { ["sha"] = fields[1] },
            ["author"] = Person(fields[3..6]),
            ["committer"] = Person(fields[6..9]),
            ["message"] = fields[9].TrimEnd('\n'),
        },
        ["parents"] = new JsonArray([.. fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parent => (JsonNode)new JsonObject { ["sha"] = parent })]),
    };

    private static JsonObject Person(string[] fields) => new() { ["name"] = fields[0], ["email"] = fields[1], ["date"] = fields[2] };

    private static string Unescape(string[] path) => Uri.UnescapeDataString(string.Join('/', path));
}
