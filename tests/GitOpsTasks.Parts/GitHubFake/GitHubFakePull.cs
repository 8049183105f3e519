namespace GitOpsTasks.Parts;

/// <summary>A pull request in the fake.</summary>
public sealed class GitHubFakePull
{
    /// <summary>Its number in the repository.</summary>
    public required int Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Its body; null where there is none.</summary>
    public string? Body { get; set; }

    /// <summary>The repository the head branch is in: this one or a fork; null where the fork was deleted.</summary>
    public required GitHubFakeRepository? HeadRepository { get; init; }

    /// <summary>The head branch.</summary>
    public required string HeadRef { get; init; }

    /// <summary>The head commit; follows the branch while the pull request is open.</summary>
    public required string HeadSha { get; set; }

    /// <summary>The base branch.</summary>
    public required string BaseRef { get; set; }

    /// <summary>The tips of its branches when they were last looked at.</summary>
    internal (string Head, string Base) Followed { get; set; }

    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; set; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>When it was merged; null where it was not.</summary>
    public DateTimeOffset? MergedAt { get; set; }

    /// <summary>The commit it was merged by.</summary>
    public string? MergeCommit { get; set; }

    /// <summary>Its labels, in the order they were added.</summary>
    public IList<string> Labels { get; } = [];

    /// <summary>Users asked for a review, and teams as <c>ORGANISATION/TEAM</c>.</summary>
    public IList<string> Reviewers { get; } = [];

    /// <summary>Users who gave a review.</summary>
    public IList<string> Reviews { get; } = [];

    /// <summary>The commits that were reviewed, by user; others reviewed the newest.</summary>
    public IDictionary<string, string> ReviewedCommits { get; } = new Dictionary<string, string>();

    /// <summary>Users it is assigned to.</summary>
    public IList<string> Assignees { get; } = [];

    /// <summary>The number of its milestone; null for none.</summary>
    public int? Milestone { get; set; }

    /// <summary>How it is merged once it may; null where a person does.</summary>
    public string? AutoMerge { get; set; }

    /// <summary>Its comments, oldest first.</summary>
    public IList<string> Comments { get; } = [];
}
