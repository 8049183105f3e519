using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Forges.Azure;

/// <summary>
/// Commit statuses and votes on Azure Repos over the REST API 7.1. A status is named GENRE/NAME, as its page shows it: Flux writes
/// <c>fluxcd/kustomization/...</c>.
/// </summary>
internal sealed class AzureEvidence(EngineContext context, AzureRepository repository) : IForgeEvidence
{
    private const int PageSize = 1000;
    private const int MostPages = 20;
    private const int Approved = 10;
    private const int ApprovedWithSuggestions = 5;

    private readonly AzureApi _api = new(context, repository);

    /// <inheritdoc />
    public async Task<IReadOnlyList<CommitCheck>> ChecksAsync(string commit, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, (int Id, CommitCheck Check)>(StringComparer.Ordinal);
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"commits/{Uri.EscapeDataString(commit)}/statuses?latestOnly=true&top={PageSize}&skip={page * PageSize}";
            var found = await ListAsync(path, "read the statuses of a commit", status => (Id: Number(status, "id"), Check: StatusOf(status)), cancellationToken);
            // What a server did not leave out is looked at again here: the newest of each name counts.
            foreach (var status in found.Where(status => !last.TryGetValue(status.Check.Name, out var other) || other.Id < status.Id))
                last[status.Check.Name] = status;
            if (found.Count < PageSize)
                break;
        }

        return [.. last.Values.Select(status => status.Check)];
    }

    /// <summary>
    /// The accounts of those who have approved, also with suggestions. A vote stays when somebody pushes, so only those count
    /// that were given after the commit came to the pull request, by others than who opened it.
    /// </summary>
    public async Task<IReadOnlyList<string>> ApproversAsync(int number, string commit, CancellationToken cancellationToken)
    {
        var pull = await new AzureSearch(_api).ReadAsync(number, cancellationToken);
        var approving = (await ListAsync($"pullrequests/{number}/reviewers", $"read the votes on pull request {number}", VoteOf, cancellationToken))
            .Where(vote => vote.Value is Approved or ApprovedWithSuggestions && !vote.IsGroup && vote.Id != pull.CreatorId).ToList();
        if (approving.Count == 0 || pull.Shown.HeadCommit != commit || await SinceAsync(number, commit, cancellationToken) is not { } since)
            return [];
        var times = await new AzureVotes(_api).TimesAsync(number, cancellationToken);
        return [.. approving.Where(vote => times.TryGetValue(vote.Id, out var time) && time >= since).Select(vote => vote.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
    }

    // When the commit became the tip of the pull request's branch; null where it is not.
    private async Task<DateTimeOffset?> SinceAsync(int number, string commit, CancellationToken cancellationToken)
    {
        var iterations = await ListAsync(
            $"pullrequests/{number}/iterations",
            $"read the pushes to pull request {number}",
            item => (Commit: item.TryGetProperty("sourceRefCommit", out var source) ? AzurePull.Text(source, "commitId") : "", Time: item.GetProperty("createdDate").GetDateTimeOffset()),
            cancellationToken);
        return iterations.Count > 0 && iterations.MaxBy(iteration => iteration.Time) is var last && last.Commit == commit ? last.Time : null;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string path, string wanted, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        (await _api.ReadAsync(path, wanted, cancellationToken)).Read(json => json.GetProperty("value").EnumerateArray().Select(read).ToList());

    private static CommitCheck StatusOf(JsonElement status)
    {
        var context = status.GetProperty("context");
        var (genre, name) = (AzurePull.Text(context, "genre"), AzurePull.Text(context, "name"));
        var state = AzurePull.Text(status, "state") switch
        {
            "succeeded" or "notApplicable" => CheckState.Succeeded,
            "pending" or "notSet" => CheckState.Pending,
            _ => CheckState.Failed,
        };
        return new CommitCheck(genre.Length > 0 ? $"{genre}/{name}" : name, state, AzurePull.Text(status, "targetUrl") is { Length: > 0 } url ? url : null);
    }

    private static (string Id, string Name, int Value, bool IsGroup) VoteOf(JsonElement reviewer)
    {
        var account = AzurePull.Text(reviewer, "uniqueName");
        return (
            AzurePull.Text(reviewer, "id"),
            account.Length > 0 ? account : AzurePull.Text(reviewer, "displayName"),
            Number(reviewer, "vote"),
            reviewer.TryGetProperty("isContainer", out var group) && group.ValueKind == JsonValueKind.True);
    }

    private static int Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;
}
