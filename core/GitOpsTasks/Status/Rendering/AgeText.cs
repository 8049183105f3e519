using GitOpsTasks.Reporting;

namespace GitOpsTasks.Status.Rendering;

/// <summary>How long something has been so, in words.</summary>
internal static class AgeText
{
    /// <summary>The largest unit of which there is at least one, rounded down: <c>3 days</c>. Months have 30 days, years 365.</summary>
    public static string Of(DateTimeOffset since, DateTimeOffset now) => (now - since) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } age => Count.Of((int)age.TotalMinutes, "minute"),
        { TotalDays: < 1 } age => Count.Of((int)age.TotalHours, "hour"),
        { TotalDays: < 60 } age => Count.Of((int)age.TotalDays, "day"),
        { TotalDays: < 730 } age => Count.Of((int)age.TotalDays / 30, "month"),
        var age => Count.Of((int)age.TotalDays / 365, "year"),
    };
}
