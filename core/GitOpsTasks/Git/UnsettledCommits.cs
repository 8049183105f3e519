using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>Commits whose push got no answer, while the branch moved on: one of them may be in its history.</summary>
/// <param name="repository">The private repository they were written in.</param>
internal sealed class UnsettledCommits(PrivateRepository repository)
{
    private const string Reference = "refs/gitops/history";
    private const int Depth = 100;

    private readonly List<CommitOutcome> _outcomes = [];

    /// <summary>Remembers one.</summary>
    /// <param name="outcome">What is to be reported if it landed after all.</param>
    public void Add(CommitOutcome outcome) => _outcomes.Add(outcome);

    /// <summary>The outcome whose commit a branch holds; null where it holds none of them.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="tip">Its tip, as it was fetched.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public async Task<CommitOutcome?> FindLandedAsync(string branch, string? tip, CancellationToken cancellationToken)
    {
        if (_outcomes.Count == 0 || tip is null)
            return null;
        if (_outcomes.Find(outcome => outcome.Commit == tip) is { } atTip)
            return atTip;

        // The tip was fetched alone. Others can have gone on from ours only since it was sent: that much history settles it.
        await repository.Git.AskAsync(
            [
                "fetch", "--quiet", $"--depth={Depth}", "--filter=tree:0", "--no-tags", "--no-write-fetch-head",
                "--recurse-submodules=no", "--end-of-options", "origin", $"+{BranchName.ToRef(branch)}:{Reference}",
            ],
            cancellationToken);
        repository.WriteConfiguration();
        foreach (var outcome in _outcomes)
        {
            var isAncestor = await repository.Git.TryAsync(["merge-base", "--is-ancestor", "--end-of-options", outcome.Commit!, tip], cancellationToken);
            if (isAncestor.Succeeded)
                return outcome;
        }

        return null;
    }
}
