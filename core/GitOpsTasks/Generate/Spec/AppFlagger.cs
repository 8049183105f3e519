namespace GitOpsTasks.Generate.Spec;

/// <summary>A Canary of Flagger beside a Deployment.</summary>
public sealed record AppFlagger
{
    /// <summary>How often it looks at metrics and goes on, such as <c>1m</c>.</summary>
    public string Interval { get; init; } = "1m";

    /// <summary>How many bad looks make it go back.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>The share of requests up to which it goes, in percent.</summary>
    public int MaxWeight { get; init; } = 50;

    /// <summary>How much the share grows at a time, in percent.</summary>
    public int StepWeight { get; init; } = 10;

    /// <summary>The least share of requests that succeed, in percent.</summary>
    public int SuccessRate { get; init; } = 99;

    /// <summary>The most milliseconds that 99 % of requests take.</summary>
    public int Duration { get; init; } = 500;

    /// <summary>The mesh or ingress that divides requests, such as <c>nginx</c>; null for Flagger's own.</summary>
    public string? Provider { get; init; }
}
