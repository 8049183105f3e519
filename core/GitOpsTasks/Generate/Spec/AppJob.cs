namespace GitOpsTasks.Generate.Spec;

/// <summary>How a Job, or each run of a CronJob, goes.</summary>
public sealed record AppJob
{
    /// <summary>How often it is tried again; null for the cluster's own, 6.</summary>
    public int? Retries { get; init; }

    /// <summary>The most seconds it may take; null for any.</summary>
    public int? Deadline { get; init; }

    /// <summary>Seconds after which it is removed when done; null for never.</summary>
    public int? Ttl { get; init; }

    /// <summary>How many pods have to succeed; null for one.</summary>
    public int? Completions { get; init; }

    /// <summary>How many pods run at once; null for one.</summary>
    public int? Parallelism { get; init; }

    /// <summary>Never or OnFailure.</summary>
    public string Restart { get; init; } = "Never";
}
