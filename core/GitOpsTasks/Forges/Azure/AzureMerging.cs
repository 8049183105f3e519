using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// Has the server complete pull requests: auto-complete can be set only on one that is there, and is not kept where nothing is
/// waited for, which is then completed directly.
/// </summary>
/// <param name="api">Sends requests.</param>
/// <param name="search">Reads pull requests.</param>
internal sealed class AzureMerging(AzureApi api, AzureSearch search)
{
    private const int MostLooks = 30;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Sets auto-complete, or completes.</summary>
    public async Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken)
    {
        if (pull.IsMergedByItself)
            return MergeOutcome.Unchanged;
        var now = await search.ReadAsync(pull.Number, cancellationToken);
        var answer = await ChangeAsync(pull.Number, json =>
        {
            WriteId(json, "autoCompleteSetBy", "id", now.CreatorId);
            WriteOptions(json, method);
        }, cancellationToken);
        if (!answer.Succeeded && !IsNothingWaitedFor(answer))
            throw Failure(answer, pull.Number);
        now = answer.Succeeded ? answer.Read(json => AzurePull.Of(json, api.Repository)) : now;
        return now.Shown switch
        {
            { State: PullRequestState.Merged } => MergeOutcome.Merged,
            { IsMergedByItself: true } => MergeOutcome.Scheduled,
            _ => await CompleteAsync(now, method, cancellationToken),
        };
    }

    // The commit that was seen guards the head: what was pushed meanwhile is not completed along with it.
    private async Task<MergeOutcome> CompleteAsync(AzurePull pull, MergeMethod method, CancellationToken cancellationToken)
    {
        var number = pull.Shown.Number;
        var answer = await ChangeAsync(number, json =>
        {
            json.WriteString("status", "completed");
            WriteId(json, "lastMergeSourceCommit", "commitId", pull.Shown.HeadCommit);
            WriteOptions(json, method);
        }, cancellationToken);
        if (!answer.Succeeded)
            throw Failure(answer, number);
        // A request to complete is queued: what becomes of it is seen later.
        var now = answer.Read(json => AzurePull.Of(json, api.Repository));
        for (var look = 0; look < MostLooks && now is { Shown.State: PullRequestState.Open, MergeState: "queued" or "notSet" or "succeeded" or "" }; look++)
        {
            await Task.Delay(s_pause, api.Time, cancellationToken);
            now = await search.ReadAsync(number, cancellationToken);
        }

        return now.Shown.State == PullRequestState.Merged ? MergeOutcome.Merged : throw NotMerged(number, $"its merge is '{now.MergeState}'");
    }

    private Task<AzureAnswer> ChangeAsync(int number, Action<Utf8JsonWriter> write, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Patch, $"pullrequests/{number}", AzureBody.Of(write), cancellationToken);

    private TaskFailedException Failure(AzureAnswer answer, int number) =>
        answer.Status is HttpStatusCode.Conflict || answer.Problem.Says("TF401192") || answer.Problem.Says("TF401181")
            ? NotMerged(number, answer.Problem.Message)
            : AzureFailure.From(answer, api.Repository, $"complete pull request {number}");

    private TaskFailedException NotMerged(int number, string why) => TaskFailedException.External(
        ForgeCodes.NotMerged,
        $"Pull request {number} of {api.Repository} was not completed: {why}.",
        "Run promote again: it takes in what the base has become. Policies of the branch are met on its page.");

    private static bool IsNothingWaitedFor(AzureAnswer answer) =>
        answer.Status == HttpStatusCode.BadRequest && answer.Problem.Says("auto") && answer.Problem.Says("complete");

    private static void WriteId(Utf8JsonWriter json, string name, string member, string id)
    {
        json.WriteStartObject(name);
        json.WriteString(member, id);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, MergeMethod method)
    {
        json.WriteStartObject("completionOptions");
        json.WriteString("mergeStrategy", method switch
        {
            MergeMethod.Squash => "squash",
            MergeMethod.Rebase => "rebase",
            _ => "noFastForward",
        });
        json.WriteBoolean("deleteSourceBranch", false);
        json.WriteEndObject();
    }
}
