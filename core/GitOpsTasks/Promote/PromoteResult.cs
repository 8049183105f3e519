namespace GitOpsTasks.Promote;

/// <summary>What a promote came to.</summary>
/// <param name="Promotions">One for each application, in the order of the configuration.</param>
public sealed record PromoteResult(IReadOnlyList<Promotion> Promotions);
