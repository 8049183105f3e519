using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The mutations of GraphQL that only it has: drafts, and merges that are scheduled. A refusal is a 200 with errors.</summary>
internal sealed class FakeMutations(IEnumerable<GitHubFakeRepository> repositories)
{
    public async Task<GitHubReply?> AnswerAsync(JsonNode? body)
    {
        if (body?["query"]?.GetValue<string>() is not { } query || !query.StartsWith("mutation", StringComparison.Ordinal))
            return null;
        var id = body["variables"]?["id"]?.GetValue<string>();
        var found = repositories.SelectMany(repository => repository.Pulls.Select(pull => (Repository: repository, Pull: pull)))
            .FirstOrDefault(pair => FakePullJson.NodeId(pair.Repository, pair.Pull) == id);
        if (found.Pull is null)
            return Error($"Could not resolve to a node with the global id of '{id}'");
        await found.Repository.FollowBranchesAsync();
        if (query.Contains("convertPullRequestToDraft", StringComparison.Ordinal))
            found.Pull.IsDraft = true;
        else if (query.Contains("markPullRequestReadyForReview", StringComparison.Ordinal))
            found.Pull.IsDraft = false;
        else if (query.Contains("enablePullRequestAutoMerge", StringComparison.Ordinal))
            return Schedule(found.Repository, found.Pull, body["variables"]?["method"]?.GetValue<string>() ?? "MERGE");
        return Done;
    }

    private static GitHubReply Done => GitHubReply.Ok(new JsonObject { ["data"] = new JsonObject() });

    private static GitHubReply Schedule(GitHubFakeRepository repository, GitHubFakePull pull, string method)
    {
        if (!repository.AllowsAutoMerge)
            return Error("Auto merge is not allowed for this repository");
        if (!repository.HasPendingChecks)
            return Error("Pull request Pull request is in clean status");
        pull.AutoMerge = method.ToLowerInvariant();
        return Done;
    }

    private static GitHubReply Error(string message) => GitHubReply.Ok(new JsonObject
    {
        ["data"] = null,
        ["errors"] = new JsonArray(new JsonObject { ["type"] = "UNPROCESSABLE", ["message"] = message }),
    });
}
