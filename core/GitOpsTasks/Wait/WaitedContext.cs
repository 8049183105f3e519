using GitOpsTasks.Forges.Evidence;

namespace GitOpsTasks.Wait;

/// <summary>A name that was waited for.</summary>
/// <param name="Context">As it was asked for.</param>
/// <param name="State">How all statuses and checks of that name stand together; pending where there are none.</param>
/// <param name="Checks">The statuses and checks of that name.</param>
public sealed record WaitedContext(string Context, CheckState State, IReadOnlyList<CommitCheck> Checks);
