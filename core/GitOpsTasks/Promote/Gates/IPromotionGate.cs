using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Gates;

/// <summary>Something a promotion has to meet, told without a cluster.</summary>
public interface IPromotionGate
{
    /// <summary>How it stands with a promotion; null where it has nothing to say about it.</summary>
    /// <exception cref="TaskFailedException">It cannot be told.</exception>
    Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken);
}
