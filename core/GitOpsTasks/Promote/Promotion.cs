namespace GitOpsTasks.Promote;

/// <summary>The promotion of one application, or of a group.</summary>
/// <param name="App">The application or group.</param>
/// <param name="From">The environment its versions come from.</param>
/// <param name="To">The environment they go to.</param>
/// <param name="State">What it came to.</param>
public sealed record Promotion(string App, string From, string To, PromotionState State)
{
    /// <summary>The images whose version changes.</summary>
    public IReadOnlyList<PromotedImage> Images { get; init; } = [];

    /// <summary>What changes besides images: charts, fields, files.</summary>
    public IReadOnlyList<PromotedImage> Values { get; init; } = [];

    /// <summary>The applications; one, unless it is of a group.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>How the gates stand.</summary>
    public IReadOnlyList<GateResult> Gates { get; init; } = [];

    /// <summary>Commits of others on the branch, newest first.</summary>
    public IReadOnlyList<string> CommitsOfOthers { get; init; } = [];

    /// <summary>The branch that holds the promotion; null where nothing is to be promoted.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit written in this run; null where none was.</summary>
    public string? Commit { get; init; }

    /// <summary>The number of the pull request; null where there is none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Where a person looks at the pull request.</summary>
    public string? Url { get; init; }

    /// <summary>Whether this run wrote anything.</summary>
    public bool IsWritten =>
        State is PromotionState.Opened or PromotionState.Updated or PromotionState.Closed or PromotionState.Pushed or PromotionState.Merged;
}
