namespace GitOpsTasks.Status;

/// <summary>What the task fails for.</summary>
public enum FailureCause
{
    /// <summary>Environments differ in fields that no promotion takes along.</summary>
    Drift,

    /// <summary>An environment does not have the versions of the one before it.</summary>
    Behind,
}
