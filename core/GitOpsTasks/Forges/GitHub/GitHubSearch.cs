namespace GitOpsTasks.Forges.GitHub;

/// <summary>Finds pull requests between branches of one repository; those of forks are not seen.</summary>
internal sealed class GitHubSearch(GitHubLists lists, GitHubRepository repository)
{
    /// <summary>The open ones whose branch begins with a text, by number.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken)
    {
        var found = new List<PullRequest>();
        await foreach (var pull in lists.PullsAsync($"pulls?state=open&base={Escape(baseBranch)}", cancellationToken))
        {
            if (pull.Head.Ref.StartsWith(headPrefix, StringComparison.Ordinal) && IsBetween(pull, pull.Head.Ref, baseBranch))
                found.Add(pull.ToPullRequest());
        }

        return [.. found.OrderBy(pull => pull.Number)];
    }

    /// <summary>The newest one in a state, <c>open</c> or <c>closed</c>; null where there is none.</summary>
    public async Task<PullRequest?> FindAsync(string state, string head, string baseBranch, CancellationToken cancellationToken)
    {
        // A head without its owner would be ignored, and forks owned by the same owner pass the filter: look again here.
        var query = $"pulls?state={state}&head={Escape($"{repository.Owner}:{head}")}&base={Escape(baseBranch)}";
        await foreach (var pull in lists.PullsAsync(query, cancellationToken))
        {
            if (IsBetween(pull, head, baseBranch))
                return pull.ToPullRequest();
        }

        return null;
    }

    private bool IsBetween(GitHubPull pull, string head, string baseBranch) =>
        pull.Head.Ref == head && pull.Base.Ref == baseBranch
        && string.Equals(pull.Head.Repo?.FullName, repository.ToString(), StringComparison.OrdinalIgnoreCase);

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
