namespace GitOpsTasks.Parts;

/// <summary>A pull request in the fake.</summary>
public sealed class AzureFakePull
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Its description.</summary>
    public required string Description { get; set; }

    /// <summary>The branch with the change, without <c>refs/heads/</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The branch it is to be merged into.</summary>
    public required string Target { get; init; }

    /// <summary>The source's tip when it was last looked at.</summary>
    public required string SourceCommit { get; set; }

    /// <summary><c>active</c>, <c>abandoned</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; set; }

    /// <summary>Whether its branch is of a fork.</summary>
    public bool IsFromFork { get; init; }

    /// <summary>How it is completed once it may; null where a person does.</summary>
    public string? AutoComplete { get; set; }

    /// <summary>How it is completed at the next look, as completion is queued; null where it is not.</summary>
    internal string? Queued { get; set; }

    /// <summary>What became of the last completion; empty for nothing.</summary>
    internal string Outcome { get; set; } = "";

    /// <summary>Its labels.</summary>
    public IList<string> Labels { get; } = [];

    /// <summary>The ids of its reviewers, those who voted among them.</summary>
    public IList<string> Reviewers { get; } = [];

    /// <summary>The tips its branch has had, and since when.</summary>
    internal IList<(string Commit, DateTimeOffset Time)> Iterations { get; } = [];

    /// <summary>All votes on it, oldest first: 10 for an approval, 5 for one with suggestions, 0 for one taken back, -10 for a rejection.</summary>
    internal IList<(string Id, int Vote, DateTimeOffset Time)> Votes { get; } = [];

    /// <summary>Its comments, oldest first, with the state of their threads.</summary>
    public IList<(string Text, string Status)> Threads { get; } = [];

    /// <summary>Its properties.</summary>
    public IDictionary<string, string> Properties { get; } = new Dictionary<string, string>();
}
