using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>What hangs on a pull request: <c>labels</c>, <c>reviewers</c>, <c>threads</c> and <c>properties</c>.</summary>
internal sealed class AzureFakeExtras(AzureFakeRepository repository, AzureFakePull pull)
{
    public AzureReply? Answer(AzureFakeCall call, string[] path) => (call.Method, path) switch
    {
        ("GET", ["labels"]) => AzureReply.List(pull.Labels.Select(name => new JsonObject { ["name"] = name, ["active"] = true })),
        ("POST", ["labels"]) => Label(call.Text("name")),
        ("GET", ["reviewers"]) => AzureReply.List(pull.Reviewers.Union(pull.Votes.Select(vote => vote.Id)).Select(ReviewerJson)),
        ("POST", ["reviewers"]) => Ask(call.Body as JsonArray),
        ("GET", ["iterations"]) => AzureReply.List(pull.Iterations.Select((iteration, i) => new JsonObject
        {
            ["id"] = i + 1,
            ["createdDate"] = iteration.Time.ToString("O"),
            ["sourceRefCommit"] = new JsonObject { ["commitId"] = iteration.Commit },
        })),
        ("GET", ["threads"]) => AzureReply.List([.. pull.Threads.Select(CommentJson), .. pull.Votes.Select(VoteJson)]),
        ("POST", ["threads"]) => Say(call),
        ("GET", ["properties"]) => Properties(),
        ("PATCH", ["properties"]) => Change(call),
        _ => null,
    };

    private static JsonObject CommentJson((string Text, string Status) thread) => new()
    {
        ["status"] = thread.Status,
        ["comments"] = new JsonArray(new JsonObject { ["content"] = thread.Text, ["commentType"] = "text" }),
    };

    private JsonObject VoteJson((string Id, int Vote, DateTimeOffset Time) vote) => new()
    {
        ["publishedDate"] = vote.Time.ToString("O"),
        ["comments"] = new JsonArray(new JsonObject { ["content"] = $"somebody voted {vote.Vote}", ["commentType"] = "system", ["author"] = repository.IdentityJson(vote.Id) }),
        ["properties"] = new JsonObject
        {
            ["CodeReviewThreadType"] = new JsonObject { ["$type"] = "System.String", ["$value"] = "VoteUpdate" },
            ["CodeReviewVoteResult"] = new JsonObject { ["$type"] = "System.String", ["$value"] = $"{vote.Vote}" },
        },
    };

    private JsonObject ReviewerJson(string id)
    {
        var json = repository.IdentityJson(id);
        json["vote"] = pull.Votes.LastOrDefault(vote => vote.Id == id).Vote;
        json["isContainer"] = json["displayName"]!.GetValue<string>().StartsWith('[');
        return json;
    }

    private AzureReply Label(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains(',', StringComparison.Ordinal))
            return AzureReply.Invalid("The tag name is not valid.");
        if (!pull.Labels.Contains(name))
            pull.Labels.Add(name);
        return AzureReply.Ok(new JsonObject { ["name"] = name });
    }

    private AzureReply Ask(JsonArray? people)
    {
        if (people is null)
            return AzureReply.Invalid("reviewers");
        var ids = people.Select(person => person!["id"]!.GetValue<string>()).ToList();
        if (ids.Find(id => repository.Identities.All(identity => identity.Id != id)) is { } unknown)
            return AzureReply.Problem(404, $"The identity {unknown} was not found.", "GitIdentityNotFoundException");
        foreach (var id in ids.Where(id => !pull.Reviewers.Contains(id)))
            pull.Reviewers.Add(id);
        return AzureReply.List(ids.Select(repository.IdentityJson));
    }

    private AzureReply Say(AzureFakeCall call)
    {
        if (call.Body?["comments"] is not JsonArray { Count: 1 } comments || comments[0]?["content"]?.GetValue<string>() is not { Length: > 0 } text)
            return AzureReply.Invalid("comments");
        pull.Threads.Add((text, call.Text("status") ?? "active"));
        return AzureReply.Ok(new JsonObject { ["id"] = pull.Threads.Count });
    }

    private AzureReply Properties()
    {
        var value = new JsonObject();
        foreach (var (name, text) in pull.Properties)
            value[name] = new JsonObject { ["$type"] = "System.String", ["$value"] = text };
        return AzureReply.Ok(new JsonObject { ["count"] = value.Count, ["value"] = value });
    }

    private AzureReply Change(AzureFakeCall call)
    {
        if (call.MediaType != "application/json-patch+json")
            return AzureReply.Problem(415, $"The request contains an entity body with a media type {call.MediaType} that is not supported.", "VssRequestContentTypeNotSupportedException");
        foreach (var change in call.Body as JsonArray ?? [])
        {
            if (change!["op"]!.GetValue<string>() != "replace" || change["path"]!.GetValue<string>() is not { Length: > 1 } path)
                return AzureReply.Invalid("patchDocument");
            pull.Properties[path[1..]] = change["value"]!.GetValue<string>();
        }

        return Properties();
    }
}
