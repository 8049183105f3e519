namespace GitOpsTasks.Forges.Evidence;

/// <summary>What somebody said about a commit: a commit status, or a check run.</summary>
/// <param name="Name">Its context or name, such as <c>kustomization/web/0a1b2c3d</c>. It is others' text.</param>
/// <param name="State">What was said.</param>
/// <param name="Url">Where a person reads more; null where nothing is named. It is others' text.</param>
public sealed record CommitCheck(string Name, CheckState State, string? Url = null);
