using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The statuses of commits.</summary>
internal sealed class AzureFakeStatuses(AzureFakeRepository repository)
{
    public async Task<AzureReply?> AnswerAsync(AzureFakeCall call)
    {
        if (call is not { Method: "GET", Path: ["commits", var revision, "statuses"] })
            return null;
        if (await repository.Git.ResolveAsync($"{revision}^{{commit}}") is not { } commit)
            return AzureReply.Problem(404, $"TF401175: The version descriptor <Commit: {revision}> could not be resolved to a version in the repository gitops", "GitUnresolvableToCommitException");
        var all = repository.Statuses.Select((status, id) => (Status: status, Id: id + 1)).Where(one => one.Status.Commit == commit);
        if (call.Query["latestOnly"] == "true")
            all = all.GroupBy(one => (one.Status.Genre, one.Status.Name)).Select(group => group.Last());
        return AzureReply.List(all.Skip(call.Number("skip", 0)).Take(call.Number("top", 1000)).Select(one => new JsonObject
        {
            ["id"] = one.Id,
            ["state"] = one.Status.State,
            ["description"] = "said by an agent",
            ["context"] = new JsonObject { ["name"] = one.Status.Name, ["genre"] = one.Status.Genre },
            ["targetUrl"] = "https://ci.example.com/1",
        }));
    }
}
