namespace GitOpsTasks.Generate.Spec;

/// <summary>How many pods may be away while nodes are drained; made only where there are two or more. One may where nothing is said.</summary>
public sealed record AppDisruptionBudget
{
    /// <summary>How many may be away, a number or percentage; null where the other is given.</summary>
    public string? MaxUnavailable { get; init; }

    /// <summary>How many have to stay, a number or percentage; null where the other is given.</summary>
    public string? MinAvailable { get; init; }
}
