namespace GitOpsTasks.Forges;

/// <summary>What became of the wish that a forge merges a pull request.</summary>
public enum MergeOutcome
{
    /// <summary>The forge merges it as soon as it may; it did not know this before.</summary>
    Scheduled,

    /// <summary>The forge knew already.</summary>
    Unchanged,

    /// <summary>Nothing was in its way: it is merged.</summary>
    Merged,
}
