using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Promote.Gates;

/// <summary>
/// People have approved the pull request as it is. An approval of what this run is about to replace does not count, nor one
/// of an earlier commit.
/// </summary>
internal sealed class ApprovalGate(EngineContext context) : IPromotionGate
{
    private IForgeEvidence? _evidence;
    private IForge? _forge;

    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var gates = subject.Gates;
        if (gates.Approvals <= 0 || subject.Head is not { } head)
            return null;
        var approved = subject.IsProposed ? await ApproversAsync(subject, head, cancellationToken) : [];
        if (gates.Approvers.Count > 0)
            approved = [.. approved.Intersect(gates.Approvers, StringComparer.OrdinalIgnoreCase)];
        if (approved.Count >= gates.Approvals)
            return new GateResult("approvals", GateState.Passed, $"by {string.Join(", ", approved)}");
        var of = gates.Approvers.Count > 0 ? $" of {string.Join(", ", gates.Approvers)}" : "";
        return new GateResult("approvals", GateState.Pending, $"{approved.Count} of {gates.Approvals}{of}");
    }

    private async Task<IReadOnlyList<string>> ApproversAsync(GateSubject subject, string head, CancellationToken cancellationToken)
    {
        _evidence ??= ForgeEvidenceSelection.Open(context, subject.Remote, subject.Config.Config.Forge);
        _forge ??= ForgeSelection.Open(context, subject.Remote, subject.Config.Config.Forge);
        return await _forge.FindOpenAsync(head, subject.Branch, cancellationToken) is { } pull
            ? await _evidence.ApproversAsync(pull.Number, pull.HeadCommit, cancellationToken)
            : [];
    }
}
