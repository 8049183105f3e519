namespace GitOpsTasks.Forges;

/// <summary>How a pull request is merged by the forge once all it waits for is there.</summary>
public enum MergeMethod
{
    /// <summary>Not at all: a person merges it.</summary>
    Off,

    /// <summary>By a merge commit.</summary>
    Merge,

    /// <summary>As one commit.</summary>
    Squash,

    /// <summary>By its commits on top of the base.</summary>
    Rebase,
}
