using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoint <c>refs</c>: making, moving and deleting by the ids before and after, 40 zeros for none, each answered for itself.</summary>
internal sealed class AzureFakeRefs(AzureFakeRepository repository)
{
    private static readonly string s_none = new('0', 40);

    public async Task<AzureReply?> AnswerAsync(AzureFakeCall call)
    {
        if (call is not { Method: "POST", Path: ["refs"] })
            return null;
        if (call.Body is not JsonArray { Count: > 0 } updates)
            return AzureReply.Invalid("refUpdates");
        var results = new List<JsonNode>();
        foreach (var update in updates)
        {
            var (name, old, now) = (Text(update, "name"), Text(update, "oldObjectId"), Text(update, "newObjectId"));
            if (old.Length != 40 || now.Length != 40 || !name.StartsWith("refs/heads/", StringComparison.Ordinal))
                return AzureReply.Invalid("refUpdates");
            var status = await MoveAsync(name, old, now);
            results.Add(new JsonObject { ["name"] = name, ["oldObjectId"] = old, ["newObjectId"] = now, ["success"] = status == "succeeded", ["updateStatus"] = status });
        }

        return AzureReply.List(results);
    }

    private async Task<string> MoveAsync(string name, string old, string now)
    {
        if ((await repository.Git.ResolveAsync(name) ?? s_none) != old)
            return "staleOldObjectId";
        if (now != s_none && await repository.Git.ResolveAsync($"{now}^{{commit}}") is null)
            return "unresolvableToCommit";
        var moved = await repository.Git.TryGitAsync(now == s_none ? ["update-ref", "-d", name, old] : ["update-ref", name, now, old]);
        return moved.Succeeded ? "succeeded" : "nameConflict";
    }

    private static string Text(JsonNode? json, string name) => json?[name]?.GetValue<string>() ?? "";
}
