using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Promote.Gates;

/// <summary>
/// Others say that the source environment is well, as commit statuses or check runs: so Flux and Argo CD report health to
/// Git. Of the commits that have the versions, the newest of which something is said decides.
/// </summary>
internal sealed class StatusGate(EngineContext context) : IPromotionGate
{
    private const int MostCommits = 10;

    private IForgeEvidence? _evidence;

    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Gates.Statuses.Count == 0 || subject.IsRollback)
            return null;
        _evidence ??= ForgeEvidenceSelection.Open(context, subject.Remote, subject.Config.Config.Forge);
        var commits = await CommitsAsync(subject, cancellationToken);
        var said = new List<IReadOnlyList<CommitCheck>>();
        var verdict = new GateVerdict("statuses");
        foreach (var text in subject.Gates.Statuses)
        {
            switch (await StateAsync(new CheckPattern(text), commits, said, cancellationToken))
            {
                case CheckState.Failed:
                    verdict.Pend($"'{text}' failed");
                    break;
                case CheckState.Pending:
                    verdict.Pend($"'{text}' has not ended");
                    break;
                case null:
                    verdict.Pend($"'{text}' is not said of any commit that has it");
                    break;
            }
        }

        return verdict.Result($"{string.Join(", ", subject.Gates.Statuses.Select(text => $"'{text}'"))} successful in {subject.From.Name}");
    }

    private async Task<CheckState?> StateAsync(
        CheckPattern pattern, IReadOnlyList<string> commits, List<IReadOnlyList<CommitCheck>> said, CancellationToken cancellationToken)
    {
        for (var at = 0; at < commits.Count; at++)
        {
            if (at == said.Count)
                said.Add(await _evidence!.ChecksAsync(commits[at], cancellationToken));
            if (pattern.StateOf(said[at]) is { } state)
                return state;
        }

        return null;
    }

    // Agents report the commit they have applied: that can be the tip, though it changed something else.
    private static async Task<IReadOnlyList<string>> CommitsAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (await SourceHistory.FindAsync(subject, cancellationToken) is not { } stay)
            return [];
        var newest = stay.Commits.Select(commit => commit.Id).Take(MostCommits - 1).ToList();
        if (!newest.Contains(stay.Commits[^1].Id))
            newest.Add(stay.Commits[^1].Id);
        if (stay.Replacement is not null)
            return newest;
        var tip = (await subject.Repository.SnapshotAsync(subject.Branch, cancellationToken)).Revision;
        return [.. newest.Prepend(tip).Distinct()];
    }
}
