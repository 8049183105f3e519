namespace GitOpsTasks.Promote;

/// <summary>What becomes of a promotion whose gates are not all met.</summary>
public enum UnmetGate
{
    /// <summary>Its pull request is a draft until they are.</summary>
    Draft,

    /// <summary>It fails, before anything is written.</summary>
    Fail,

    /// <summary>It waits for them, and fails where they are not met in time.</summary>
    Wait,
}
