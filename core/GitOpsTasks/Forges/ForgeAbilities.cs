namespace GitOpsTasks.Forges;

/// <summary>What a forge can do with pull requests; an option it cannot do is refused before anything is written.</summary>
/// <param name="Name">What people call it, such as <c>GitHub</c>.</param>
public sealed record ForgeAbilities(string Name)
{
    /// <summary>The most characters of a body.</summary>
    public int LongestBody { get; init; } = int.MaxValue;

    /// <summary>Whether a hidden comment at the end of a body may go beyond <see cref="LongestBody"/>, as it is kept apart from it.</summary>
    public bool KeepsCommentsApart { get; init; }

    /// <summary>Whether it asks people for reviews.</summary>
    public bool HasPeople { get; init; }

    /// <summary>Whether pull requests are assigned to people.</summary>
    public bool HasAssignees { get; init; }

    /// <summary>Whether it has milestones.</summary>
    public bool HasMilestones { get; init; }

    /// <summary>Whether it has drafts.</summary>
    public bool HasDrafts { get; init; }

    /// <summary>Whether it merges by itself once it may.</summary>
    public bool MergesByItself { get; init; }
}
