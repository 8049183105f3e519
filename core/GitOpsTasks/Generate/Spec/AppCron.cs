namespace GitOpsTasks.Generate.Spec;

/// <summary>When a CronJob runs.</summary>
public sealed record AppCron
{
    /// <summary>The schedule, such as <c>0 3 * * *</c>.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The time zone of the schedule; null for that of the cluster.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What happens where the last run is not done: Allow, Forbid or Replace.</summary>
    public string Concurrency { get; init; } = "Forbid";

    /// <summary>Whether it is not run for now.</summary>
    public bool Suspend { get; init; }

    /// <summary>Seconds a run may be late; null for any.</summary>
    public int? StartingDeadline { get; init; }

    /// <summary>How many successful runs are kept; null for the cluster's own, 3.</summary>
    public int? SuccessfulHistory { get; init; }

    /// <summary>How many failed runs are kept; null for the cluster's own, 1.</summary>
    public int? FailedHistory { get; init; }
}
