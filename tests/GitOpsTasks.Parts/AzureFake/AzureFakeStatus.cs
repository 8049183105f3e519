namespace GitOpsTasks.Parts;

/// <summary>A status somebody wrote of a commit; of one genre and name, the last counts.</summary>
/// <param name="Commit">Its id.</param>
/// <param name="Genre">Who wrote it, such as <c>fluxcd</c>; null for nobody's.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Such as <c>succeeded</c>, <c>pending</c> or <c>failed</c>.</param>
public sealed record AzureFakeStatus(string Commit, string? Genre, string Name, string State);
