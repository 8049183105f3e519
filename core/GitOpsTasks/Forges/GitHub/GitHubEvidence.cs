using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Commit statuses, check runs and reviews over the REST API. The token needs <c>statuses: read</c>, <c>checks: read</c> and
/// <c>pull-requests: read</c>.
/// </summary>
internal sealed class GitHubEvidence(EngineContext context, GitHubRepository repository) : IForgeEvidence
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    private readonly GitHubApi _api = new(context, repository);

    /// <inheritdoc />
    public async Task<IReadOnlyList<CommitCheck>> ChecksAsync(string commit, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(commit);
        var statuses = await ReadAsync($"commits/{id}/status", "statuses", StatusOf, "read the statuses of a commit", cancellationToken);
        var runs = await ReadAsync($"commits/{id}/check-runs", "check_runs", RunOf, "read the checks of a commit", cancellationToken);
        return [.. statuses, .. runs];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ApproversAsync(int number, string commit, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        await foreach (var review in new GitHubLists(_api).ReadAsync(
            $"pulls/{number}/reviews", GitHubJson.Default.IReadOnlyListGitHubReview, "read reviews", cancellationToken))
        {
            // A comment takes back nothing; asking for changes and being dismissed does.
            if (review.User?.Login is { } login && review.State is "APPROVED" or "CHANGES_REQUESTED" or "DISMISSED")
                last[login] = review.State == "APPROVED" && review.CommitId == commit && IsOfTheRepository(review);
        }

        return [.. last.Where(review => review.Value).Select(review => review.Key).Order(StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<CommitCheck>> ReadAsync(
        string path, string list, Func<JsonElement, CommitCheck> read, string wanted, CancellationToken cancellationToken)
    {
        var all = new List<CommitCheck>();
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await _api.GetAsync($"{path}?per_page={PageSize}&page={page}", cancellationToken);
            if (!answer.Succeeded)
                throw GitHubFailure.From(answer, repository, wanted, "statuses: read and checks: read");
            all.AddRange(answer.Read(root => root.GetProperty(list).EnumerateArray().Select(read).ToList()));
            if (!answer.HasNextPage)
                break;
        }

        return all;
    }

    private static CommitCheck StatusOf(JsonElement status) => new(
        status.GetProperty("context").GetString() ?? "",
        status.GetProperty("state").GetString() switch { "success" => CheckState.Succeeded, "pending" => CheckState.Pending, _ => CheckState.Failed },
        Text(status, "target_url"));

    private static CommitCheck RunOf(JsonElement run) => new(
        run.GetProperty("name").GetString() ?? "",
        run.GetProperty("status").GetString() != "completed" ? CheckState.Pending
            : Text(run, "conclusion") is "success" or "neutral" or "skipped" ? CheckState.Succeeded : CheckState.Failed,
        Text(run, "html_url"));

    // Anybody can approve what is public; that counts for nothing.
    private static bool IsOfTheRepository(GitHubReview review) => review.AuthorAssociation is "OWNER" or "MEMBER" or "COLLABORATOR";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
