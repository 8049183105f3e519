using System.Runtime.CompilerServices;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Finds pull requests between branches of one repository; those of forks are not seen.</summary>
/// <param name="api">Sends requests.</param>
internal sealed class AzureSearch(AzureApi api)
{
    private const int PageSize = 100;
    private const int MostPages = 100;
    private const string Wanted = "look for pull requests";

    /// <summary>The open ones whose branch begins with a text, by number, with their whole bodies.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken)
    {
        var found = new List<PullRequest>();
        await foreach (var pull in ListAsync("active", null, baseBranch, cancellationToken))
        {
            if (pull.Shown.Head.StartsWith(headPrefix, StringComparison.Ordinal))
                found.Add(await WholeAsync(pull, cancellationToken));
        }

        return [.. found.OrderBy(pull => pull.Number)];
    }

    /// <summary>The open one between two branches, with its whole body; null where there is none.</summary>
    public async Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken)
    {
        await foreach (var pull in ListAsync("active", head, baseBranch, cancellationToken))
            return await WholeAsync(pull, cancellationToken);
        return null;
    }

    /// <summary>The last one between two branches that was completed or abandoned, with its whole body; null where there is none.</summary>
    public async Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken)
    {
        AzurePull? last = null;
        await foreach (var pull in ListAsync("all", head, baseBranch, cancellationToken))
        {
            if (pull.Shown.State != PullRequestState.Open && !(last?.Shown.Number > pull.Shown.Number))
                last = pull;
        }

        return last is null ? null : await WholeAsync(last, cancellationToken);
    }

    /// <summary>One by its number, as it is now.</summary>
    public async Task<AzurePull> ReadAsync(int number, CancellationToken cancellationToken) =>
        (await api.ReadAsync($"pullrequests/{number}", $"read pull request {number}", cancellationToken)).Read(json => AzurePull.Of(json, api.Repository));

    private async Task<PullRequest> WholeAsync(AzurePull pull, CancellationToken cancellationToken)
    {
        var whole = (pull.IsCut ? await ReadAsync(pull.Shown.Number, cancellationToken) : pull).Shown;
        return AzureText.DigestIn(whole.Body) is { } digest
            && await new AzureProperties(api).ReadAsync(whole.Number, digest, cancellationToken) is { } apart
                ? whole with { Body = AzureText.Join(whole.Body, apart) }
                : whole;
    }

    private async IAsyncEnumerable<AzurePull> ListAsync(
        string status, string? head, string baseBranch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = head is null ? "" : $"&searchCriteria.sourceRefName={Escape(head)}";
        var query = $"pullrequests?searchCriteria.status={status}{source}&searchCriteria.targetRefName={Escape(baseBranch)}&$top={PageSize}";
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var from = token is null ? $"&$skip={page * PageSize}" : $"&continuationToken={Uri.EscapeDataString(token)}";
            var answer = await api.ReadAsync(query + from, Wanted, cancellationToken);
            var pulls = answer.Read(json => json.GetProperty("value").EnumerateArray().Select(item => AzurePull.Of(item, api.Repository)).ToList());
            // What a server did not filter is looked at again here.
            foreach (var pull in pulls.Where(pull => !pull.IsFromFork && pull.Shown.Base == baseBranch && (head is null || pull.Shown.Head == head)))
                yield return pull;
            token = answer.ContinuationToken;
            if (token is null && pulls.Count < PageSize)
                yield break;
        }
    }

    private static string Escape(string branch) => Uri.EscapeDataString(AzurePull.RefOf(branch));
}
