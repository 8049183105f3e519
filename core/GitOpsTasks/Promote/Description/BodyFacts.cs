using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Description;

/// <summary>What the body of a pull request tells.</summary>
/// <param name="Marker">What it says to programs.</param>
/// <param name="Apps">What changes, by application.</param>
internal sealed record BodyFacts(PromotionMarker Marker, IReadOnlyList<AppChanges> Apps)
{
    /// <summary>Where the change is seen; null where there is no page.</summary>
    public string? CompareUrl { get; init; }

    /// <summary>The commits that took the versions to the source, newest first.</summary>
    public IReadOnlyList<HistoryCommit> Commits { get; init; } = [];

    /// <summary>Where a commit is seen.</summary>
    public Func<string, string?> CommitUrl { get; init; } = _ => null;

    /// <summary>How the rendered manifests change; null where they were not rendered.</summary>
    public string? Rendered { get; init; }

    /// <summary>How the gates stand.</summary>
    public IReadOnlyList<GateResult> Gates { get; init; } = [];
}
