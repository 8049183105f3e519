namespace GitOpsTasks.Generate.Spec;

/// <summary>An autoscaler, which then says how many pods there are.</summary>
public sealed record AppAutoscaling
{
    /// <summary>The fewest pods.</summary>
    public int Min { get; init; } = 2;

    /// <summary>The most pods.</summary>
    public int Max { get; init; } = 10;

    /// <summary>The share of the requested processor time that is aimed at, in percent; null for not looking at it.</summary>
    public int? Cpu { get; init; }

    /// <summary>The share of the requested memory that is aimed at, in percent; null for not looking at it.</summary>
    public int? Memory { get; init; }
}
