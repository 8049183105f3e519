using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Wait;

/// <summary>What a wait came to.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="State">How all that was waited for stands together.</param>
/// <param name="Contexts">How each name that was asked for stands, in the order asked.</param>
public sealed record WaitResult(string Commit, CheckState State, IReadOnlyList<WaitedContext> Contexts);
