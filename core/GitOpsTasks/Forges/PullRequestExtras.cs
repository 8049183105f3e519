namespace GitOpsTasks.Forges;

/// <summary>What a pull request has besides its text and branches.</summary>
public sealed record PullRequestExtras
{
    /// <summary>Nothing.</summary>
    public static PullRequestExtras None { get; } = new();

    /// <summary>Labels; those the repository does not know yet are made.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Who is asked for a review: users by name, teams as <c>ORGANISATION/TEAM</c>.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Users it is assigned to.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    /// <summary>Its milestone, by title or number; null for none.</summary>
    public string? Milestone { get; init; }

    /// <inheritdoc />
    public bool Equals(PullRequestExtras? other) => other is not null && Milestone == other.Milestone
        && Labels.SequenceEqual(other.Labels) && Reviewers.SequenceEqual(other.Reviewers) && Assignees.SequenceEqual(other.Assignees);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Milestone, Labels.Count, Reviewers.Count, Assignees.Count);
}
