using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Drafts and automatic merges, which only GraphQL can change. It refuses to schedule a merge that nothing stands in the way
/// of ("clean status"): that one is merged directly.
/// </summary>
internal sealed class GitHubMerging(GitHubApi api)
{
    private const string Schedule =
        "mutation($id: ID!, $method: PullRequestMergeMethod!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: $method}) { clientMutationId } }";

    private const string ToDraft = "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id}) { clientMutationId } }";
    private const string ToReady = "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { clientMutationId } }";

    public async Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken)
    {
        var answer = await MutateAsync(isDraft ? ToDraft : ToReady, new Dictionary<string, string> { ["id"] = pull.Id ?? "" }, cancellationToken);
        if (!answer.Succeeded || answer.Problem.Messages.Count > 0)
            throw GitHubFailure.From(answer, api.Repository, $"{(isDraft ? "make a draft of" : "take from draft")} pull request {pull.Number}");
    }

    public async Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken)
    {
        if (pull.IsMergedByItself)
            return MergeOutcome.Unchanged;
        var answer = await MutateAsync(
            Schedule, new Dictionary<string, string> { ["id"] = pull.Id ?? "", ["method"] = method.ToString().ToUpperInvariant() }, cancellationToken);
        if (answer.Succeeded && answer.Problem.Messages.Count == 0)
            return MergeOutcome.Scheduled;
        if (!answer.Succeeded)
            throw GitHubFailure.From(answer, api.Repository, $"schedule the merge of pull request {pull.Number}");
        return IsNothingInTheWay(answer.Problem)
            ? await MergeAsync(pull, method, cancellationToken)
            : throw TaskFailedException.Refused(
                ForgeCodes.NotMerged,
                $"{api.Repository.Api.Host} does not merge pull request {pull.Number} of {api.Repository} by itself: {answer.Problem.ToString().TrimEnd('.')}.",
                "Turn on 'Allow auto-merge' in the repository's settings, or leave --auto-merge out; the pull request is open.");
    }

    // "Pull request is in clean status", "... unstable status", and where no rule protects the base at all.
    private static bool IsNothingInTheWay(GitHubProblem problem) =>
        problem.Says("clean status") || problem.Says("unstable status") || problem.Says("rules not configured");

    private async Task<MergeOutcome> MergeAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(
            HttpMethod.Put, $"pulls/{pull.Number}/merge", new GitHubMerge(pull.HeadCommit, method.ToString().ToLowerInvariant()), GitHubJson.Default.GitHubMerge, cancellationToken);
        if (answer.Succeeded)
            return MergeOutcome.Merged;
        throw answer.Status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.Conflict
            ? TaskFailedException.External(
                ForgeCodes.NotMerged,
                $"Pull request {pull.Number} of {api.Repository} was not merged: {answer.Problem.ToString().TrimEnd('.')}.",
                "Run promote again: it takes in what the base has become.")
            : GitHubFailure.From(answer, api.Repository, $"merge pull request {pull.Number}");
    }

    private Task<GitHubAnswer> MutateAsync(string mutation, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken) =>
        api.MutateAsync(JsonSerializer.SerializeToUtf8Bytes(new GitHubMutation(mutation, variables), GitHubJson.Default.GitHubMutation), cancellationToken);
}
