namespace GitOpsTasks.Config;

/// <summary>When promotions may take place.</summary>
public sealed record WindowConfig
{
    /// <summary>The days it begins on; every day where empty.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>When it begins, by the clocks of <see cref="Zone"/>.</summary>
    public TimeOnly From { get; init; }

    /// <summary>When it ends: not later than <see cref="From"/> means on the next day.</summary>
    public TimeOnly Until { get; init; }

    /// <summary>The time zone by its IANA name, such as <c>Europe/Berlin</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Days it does not begin on.</summary>
    public IReadOnlyList<DateOnly> Except { get; init; } = [];
}
