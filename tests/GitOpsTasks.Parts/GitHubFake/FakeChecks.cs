using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>Statuses and check runs of commits: the last of each name.</summary>
internal sealed class FakeChecks(GitHubFakeRepository repository)
{
    public async Task<GitHubReply?> AnswerAsync(GitHubCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["commits", var commit, "status"]) => await ListAsync(call, commit, isRun: false, "statuses", StatusOf),
        ("GET", ["commits", var commit, "check-runs"]) => await ListAsync(call, commit, isRun: true, "check_runs", RunOf),
        _ => null,
    };

    private async Task<GitHubReply> ListAsync(GitHubCall call, string revision, bool isRun, string list, Func<GitHubFakeCheck, JsonNode> show)
    {
        if (await repository.Git.ResolveAsync($"{revision}^{{commit}}") is not { } commit)
            return GitHubReply.Problem(422, $"No commit found for SHA: {revision}");
        var last = repository.Checks.Where(check => check.Commit == commit && check.IsRun == isRun).GroupBy(check => check.Name).Select(group => group.Last()).ToList();
        var page = call.Page(last.Select(show));
        return page with { Body = new JsonObject { ["total_count"] = last.Count, ["sha"] = commit, [list] = page.Body } };
    }

    private static JsonObject StatusOf(GitHubFakeCheck check) => new()
    {
        ["context"] = check.Name,
        ["state"] = check.State,
        ["description"] = null,
        ["target_url"] = "https://ci.example.com/1",
    };

    private static JsonObject RunOf(GitHubFakeCheck check) => check.State is "queued" or "in_progress"
        ? new JsonObject { ["name"] = check.Name, ["status"] = check.State, ["conclusion"] = null, ["html_url"] = null }
        : new JsonObject { ["name"] = check.Name, ["status"] = "completed", ["conclusion"] = check.State, ["html_url"] = "https://ci.example.com/2" };
}
