using System.Text.Json.Nodes;

namespace GitOpsTasks.Parts;

/// <summary>The endpoints under <c>pullrequests</c>.</summary>
internal sealed class AzureFakePulls(AzureFakeRepository repository)
{
    private const int LongestDescription = 4000;
    private const int ListedDescription = 400;
    private const string Heads = "refs/heads/";

    private static readonly string[] s_changeable =
        ["status", "title", "description", "completionOptions", "mergeOptions", "autoCompleteSetBy", "isDraft", "lastMergeSourceCommit", "targetRefName"];

    public async Task<AzureReply?> AnswerAsync(AzureFakeCall call)
    {
        if (call.Path is not ["pullrequests", .. var rest])
            return null;
        if (rest is [])
            return call.Method == "POST" ? await CreateAsync(call) : call.Method == "GET" ? await ListAsync(call) : null;
        if (repository.Pull(rest[0]) is not { } pull)
            return AzureReply.Problem(404, "TF401180: The requested pull request was not found.", "GitPullRequestNotFoundException");
        await repository.FollowAsync(pull);
        return (call.Method, rest[1..]) switch
        {
            ("GET", []) => AzureReply.Ok(await JsonAsync(pull)),
            ("PATCH", []) => await ChangeAsync(pull, call),
            _ => new AzureFakeExtras(repository, pull).Answer(call, rest[1..]),
        };
    }

    private async Task<AzureReply> ListAsync(AzureFakeCall call)
    {
        var status = call.Query["searchCriteria.status"].ToString() is { Length: > 0 } given ? given : "active";
        var (source, target) = (call.Query["searchCriteria.sourceRefName"].ToString(), call.Query["searchCriteria.targetRefName"].ToString());
        var found = new List<AzureFakePull>();
        foreach (var pull in repository.Pulls.OrderByDescending(pull => pull.Number))
        {
            await repository.FollowAsync(pull);
            // A bare name is taken as it is, and finds nothing.
            if ((status == "all" || pull.Status == status) && (source.Length == 0 || Heads + pull.Source == source) && (target.Length == 0 || Heads + pull.Target == target))
                found.Add(pull);
        }

        var page = new List<JsonNode>();
        foreach (var pull in found.Skip(call.Number("$skip", 0)).Take(call.Number("$top", 101)))
            page.Add(await JsonAsync(pull, ListedDescription));
        return AzureReply.List(page);
    }

    private async Task<AzureReply> CreateAsync(AzureFakeCall call)
    {
        var (source, target) = (call.Text("sourceRefName") ?? "", call.Text("targetRefName") ?? "");
        if (!source.StartsWith(Heads, StringComparison.Ordinal) || !target.StartsWith(Heads, StringComparison.Ordinal))
            return AzureReply.Invalid("The source and target refs must be branches.");
        if (Refusal(call) is { } refusal)
            return refusal;
        (source, target) = (source[Heads.Length..], target[Heads.Length..]);
        if (await repository.Git.TipAsync(source) is not { } tip || await repository.Git.TipAsync(target) is null)
        {
            return AzureReply.Problem(
                400,
                "TF401398: The pull request cannot be activated because the source and/or the target branch no longer exists, or the requested refs are not branches",
                "GitPullRequestCannotBeActivated");
        }

        if (repository.Pulls.Any(pull => pull.Status == "active" && !pull.IsFromFork && pull.Source == source && pull.Target == target))
            return AzureReply.Problem(409, "TF401179: An active pull request for the source and target branch already exists.", "GitPullRequestExistsException");
        var made = new AzureFakePull
        {
            Number = repository.Pulls.Count + 1,
            Title = call.Text("title") ?? "",
            Description = call.Text("description") ?? "",
            Source = source,
            Target = target,
            SourceCommit = tip,
            IsDraft = call.Body?["isDraft"]?.GetValue<bool>() == true,
        };
        repository.Add(made);
        return AzureReply.Created(await JsonAsync(made));
    }

    private async Task<AzureReply> ChangeAsync(AzureFakePull pull, AzureFakeCall call)
    {
        if (call.Body is not JsonObject body || body.Any(member => !s_changeable.Contains(member.Key)))
            return AzureReply.Invalid("The pull request to update was not valid.");
        if (Refusal(call) is { } refusal)
            return refusal;
        if (pull.Status != "active")
            return AzureReply.Problem(409, "TF401181: The pull request cannot be edited due to its state.", "GitPullRequestNotEditableException");
        var strategy = body["completionOptions"]?["mergeStrategy"]?.GetValue<string>() ?? "noFastForward";
        if (body["autoCompleteSetBy"] is { } setter)
        {
            if (setter["id"]?.GetValue<string>() != AzureFakeRepository.BuildService)
                return AzureReply.Invalid("The pull request to update was not valid.");
            // It is not kept where nothing is waited for.
            pull.AutoComplete = repository.HasPendingPolicy ? strategy : null;
        }

        if (call.Text("status") == "completed")
        {
            if (body["lastMergeSourceCommit"]?["commitId"]?.GetValue<string>() != pull.SourceCommit)
                return AzureReply.Problem(409, "TF401192: The source branch has been modified since the last merge attempt.", "GitPullRequestStaleException");
            (pull.Queued, pull.Outcome) = (strategy, "");
        }
        else if (call.Text("status") == "abandoned")
        {
            pull.Status = "abandoned";
        }

        pull.Title = call.Text("title") ?? pull.Title;
        pull.Description = call.Text("description") ?? pull.Description;
        pull.IsDraft = body["isDraft"]?.GetValue<bool>() ?? pull.IsDraft;
        return AzureReply.Ok(await JsonAsync(pull));
    }

    private static AzureReply? Refusal(AzureFakeCall call) => call.Text("description")?.Length > LongestDescription
        ? AzureReply.Invalid("A description for a pull request must not be longer than 4000 characters.")
        : call.Text("title")?.Length > 400 ? AzureReply.Invalid("A title for a pull request must not be longer than 400 characters.") : null;

    private async Task<JsonObject> JsonAsync(AzureFakePull pull, int longest = LongestDescription)
    {
        var json = new JsonObject
        {
            ["pullRequestId"] = pull.Number,
            ["status"] = pull.Status,
            ["title"] = pull.Title,
            ["description"] = pull.Description[..Math.Min(longest, pull.Description.Length)],
            ["sourceRefName"] = Heads + pull.Source,
            ["targetRefName"] = Heads + pull.Target,
            ["isDraft"] = pull.IsDraft,
            ["mergeStatus"] = await repository.MergeStatusAsync(pull),
            ["createdBy"] = repository.IdentityJson(AzureFakeRepository.BuildService),
            ["lastMergeSourceCommit"] = new JsonObject { ["commitId"] = pull.SourceCommit },
        };
        if (pull.AutoComplete is not null)
            json["autoCompleteSetBy"] = repository.IdentityJson(AzureFakeRepository.BuildService);
        if (pull.IsFromFork)
            json["forkSource"] = new JsonObject { ["repository"] = new JsonObject { ["name"] = "copy" } };
        return json;
    }
}
