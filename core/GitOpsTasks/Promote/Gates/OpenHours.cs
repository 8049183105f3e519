using System.Globalization;
using GitOpsTasks.Config;

namespace GitOpsTasks.Promote.Gates;

/// <summary>
/// A window by the clocks of its zone. Where clocks are put forward over its beginning it begins with the first time there
/// is; where they are put back, at the first of two times that read the same, and it ends at the second.
/// </summary>
/// <param name="window">What the configuration says.</param>
/// <param name="zone">Its time zone.</param>
internal sealed class OpenHours(WindowConfig window, TimeZoneInfo zone)
{
    private const int DaysAhead = 366;

    /// <summary>The zone as it is written.</summary>
    public string Zone => window.Zone;

    /// <summary>Whether it is open.</summary>
    public bool IsOpenAt(DateTimeOffset now)
    {
        // A window that goes over midnight may have begun yesterday.
        var today = DateOnly.FromDateTime(Local(now).DateTime);
        return IsOpenAt(now, today) || IsOpenAt(now, today.AddDays(-1));
    }

    /// <summary>When it begins next; null for not within a year.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(Local(now).DateTime);
        for (var day = 0; day <= DaysAhead; day++)
        {
            if (BeginsOn(today.AddDays(day)) && BeginOf(today.AddDays(day)) is var begin && begin > now)
                return begin;
        }

        return null;
    }

    /// <summary>A time by the clocks of the zone.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);

    /// <summary>It for people.</summary>
    public override string ToString()
    {
        var days = window.Days.Count == 0 ? "" : string.Join(",", window.Days.Select(day => day.ToString()[..3].ToLowerInvariant())) + " ";
        var end = window.Until == TimeOnly.MinValue ? "24:00" : window.Until.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{days}{window.From.ToString("HH:mm", CultureInfo.InvariantCulture)}-{end} {window.Zone}";
    }

    private bool IsOpenAt(DateTimeOffset now, DateOnly day) => BeginsOn(day) && now >= BeginOf(day) && now < EndOf(day);

    private bool BeginsOn(DateOnly day) => (window.Days.Count == 0 || window.Days.Contains(day.DayOfWeek)) && !window.Except.Contains(day);

    private DateTimeOffset BeginOf(DateOnly day) => At(day.ToDateTime(window.From), isEnd: false);

    private DateTimeOffset EndOf(DateOnly day) =>
        At((window.Until > window.From ? day : day.AddDays(1)).ToDateTime(window.Until), isEnd: true);

    private DateTimeOffset At(DateTime local, bool isEnd)
    {
        // Clocks are put forward by an hour in nearly all zones, by less in some: the first minute there is.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        if (!zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, isEnd ? offsets.Min() : offsets.Max());
    }
}
