using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>A pull request as the API shows it.</summary>
internal static class FakePullJson
{
    public static JsonObject Of(GitHubFakeRepository repository, GitHubFakePull pull) => new()
    {
        ["id"] = 1000 + pull.Number,
        ["node_id"] = NodeId(repository, pull),
        ["number"] = pull.Number,
        ["html_url"] = $"{repository.Url}/pull/{pull.Number}",
        ["state"] = pull.IsOpen ? "open" : "closed",
        ["draft"] = pull.IsDraft,
        ["title"] = pull.Title,
        ["body"] = pull.Body,
        ["merged_at"] = pull.MergedAt?.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        ["merge_commit_sha"] = pull.MergeCommit,
        ["labels"] = Labels(pull),
        ["requested_reviewers"] = Users(pull.Reviewers.Where(name => !name.Contains('/'))),
        ["requested_teams"] = new JsonArray([.. pull.Reviewers.Where(name => name.Contains('/'))
            .Select(name => (JsonNode)new JsonObject { ["slug"] = name.Split('/')[1], ["name"] = name })]),
        ["assignees"] = Users(pull.Assignees),
        ["milestone"] = pull.Milestone is { } milestone ? Milestone(repository, milestone) : null,
        ["auto_merge"] = pull.AutoMerge is { } method ? new JsonObject { ["merge_method"] = method } : null,
        ["user"] = new JsonObject { ["login"] = "fake-user" },
        ["head"] = End(pull.HeadRepository, pull.HeadRef, pull.HeadSha),
        ["base"] = End(repository, pull.BaseRef, null),
    };

    public static string NodeId(GitHubFakeRepository repository, GitHubFakePull pull) => $"PR_{repository.FullName}_{pull.Number}";

    public static JsonObject Milestone(GitHubFakeRepository repository, int number) =>
        new() { ["number"] = number, ["title"] = repository.Milestones[number - 1], ["state"] = "open" };

    public static JsonArray Users(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)new JsonObject { ["login"] = name })]);

    public static JsonArray Labels(GitHubFakePull pull) =>
        new([.. pull.Labels.Select(label => (JsonNode)new JsonObject { ["name"] = label })]);

    private static JsonObject End(GitHubFakeRepository? repository, string branch, string? commit) => new()
    {
        ["label"] = $"{repository?.Owner ?? "unknown"}:{branch}",
        ["ref"] = branch,
        ["sha"] = commit ?? "0000000000000000000000000000000000000000",
        ["repo"] = repository is null
            ? null
            : new JsonObject { ["full_name"] = repository.FullName, ["name"] = repository.Name, ["html_url"] = repository.Url },
    };
}
