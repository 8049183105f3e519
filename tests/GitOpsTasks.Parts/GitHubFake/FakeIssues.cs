using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints under <c>issues</c> that pull requests share: labels, people, milestones and comments.</summary>
internal sealed class FakeIssues(GitHubFakeRepository repository)
{
    public GitHubReply? Answer(GitHubCall call) => call.Path switch
    {
        ["milestones"] when call.Method == "GET" => call.Page(repository.Milestones.Select((_, at) => FakePullJson.Milestone(repository, at + 1))),
        ["issues", var number, ..] => repository.Pull(number) is { } pull ? Answer(call, pull) : GitHubReply.NotFound,
        _ => null,
    };

    private GitHubReply? Answer(GitHubCall call, GitHubFakePull pull) => (call.Method, call.Path[2..]) switch
    {
        ("PATCH", []) => new FakePeople(repository, pull).SetMilestone(call),
        ("POST", ["assignees"]) => new FakePeople(repository, pull).Assign(call),
        ("GET", ["labels"]) => call.Page(FakePullJson.Labels(pull).Select(label => label!.DeepClone())),
        ("POST", ["labels"]) => AddLabels(pull, Labels(call)),
        ("PUT", ["labels"]) => ReplaceLabels(pull, Labels(call)),
        ("DELETE", ["labels", var label]) => pull.Labels.Remove(Uri.UnescapeDataString(label))
            ? GitHubReply.Ok(FakePullJson.Labels(pull))
            : GitHubReply.Problem(404, "Label does not exist"),
        ("GET", ["comments"]) => call.Page(pull.Comments.Select(Comment)),
        ("POST", ["comments"]) => AddComment(pull, call.Text("body")),
        _ => null,
    };

    private static IReadOnlyList<string> Labels(GitHubCall call) =>
        call.Body?["labels"] is JsonArray labels ? [.. labels.Select(l => l!.GetValue<string>())] : [];

    private static GitHubReply AddLabels(GitHubFakePull pull, IReadOnlyList<string> labels)
    {
        foreach (var label in labels.Where(l => !pull.Labels.Contains(l)))
            pull.Labels.Add(label);
        return GitHubReply.Ok(FakePullJson.Labels(pull));
    }

    private static GitHubReply ReplaceLabels(GitHubFakePull pull, IReadOnlyList<string> labels)
    {
        pull.Labels.Clear();
        return AddLabels(pull, labels);
    }

    private static GitHubReply AddComment(GitHubFakePull pull, string? body)
    {
        if (string.IsNullOrEmpty(body))
            return GitHubReply.Invalid("IssueComment", "missing_field", "body");
        pull.Comments.Add(body);
        return GitHubReply.Created(Comment(body, pull.Comments.Count - 1));
    }

    private static JsonNode Comment(string body, int index) => new JsonObject
    {
        ["id"] = index + 1,
        ["body"] = body,
        ["user"] = new JsonObject { ["login"] = "fake-user" },
    };
}
