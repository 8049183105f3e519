using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>Reviewers and assignees of a pull request: who is no collaborator, or opened it, is refused with all others of the request.</summary>
internal sealed class FakePeople(GitHubFakeRepository repository, GitHubFakePull pull)
{
    private const string Author = "fake-user";

    // All of them approve. Whoever is no collaborator can too, as anybody can on a public repository.
    public GitHubReply Reviews(GitHubCall call) => call.Page(pull.Reviews.Select(name => (JsonNode)new JsonObject
    {
        ["user"] = new JsonObject { ["login"] = name },
        ["state"] = "APPROVED",
        ["commit_id"] = pull.ReviewedCommits.TryGetValue(name, out var commit) ? commit : pull.HeadSha,
        ["author_association"] = repository.Collaborators.Contains(name) ? "COLLABORATOR" : "NONE",
    }));

    public GitHubReply Ask(GitHubCall call)
    {
        var users = Names(call, "reviewers");
        var teams = Names(call, "team_reviewers").Select(team => $"{repository.Owner}/{team}").ToList();
        if (users.Contains(Author))
            return GitHubReply.Problem(422, "Review cannot be requested from pull request author.");
        if (!users.Concat(teams).All(repository.Collaborators.Contains))
        {
            return GitHubReply.Problem(
                422, $"Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the {repository.FullName} repository.");
        }

        foreach (var name in users.Concat(teams).Where(name => !pull.Reviewers.Contains(name)))
            pull.Reviewers.Add(name);
        return GitHubReply.Created(FakePullJson.Of(repository, pull));
    }

    // Who cannot be assigned is passed over silently.
    public GitHubReply Assign(GitHubCall call)
    {
        foreach (var name in Names(call, "assignees").Where(name => repository.Collaborators.Contains(name) && !pull.Assignees.Contains(name)))
            pull.Assignees.Add(name);
        return GitHubReply.Created(FakePullJson.Of(repository, pull));
    }

    public GitHubReply SetMilestone(GitHubCall call)
    {
        if (call.Body?["milestone"]?.GetValue<int>() is not { } number || number < 1 || number > repository.Milestones.Count)
            return GitHubReply.Invalid("Milestone", "invalid", "milestone");
        pull.Milestone = number;
        return GitHubReply.Ok(FakePullJson.Of(repository, pull));
    }

    private static List<string> Names(GitHubCall call, string field) =>
        call.Body?[field] is JsonArray names ? [.. names.Select(name => name!.GetValue<string>())] : [];
}
