using System.Text.RegularExpressions;

namespace GitOpsTasks.Config;

/// <summary>Durations as people write them: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>24h</c>, <c>7d</c>.</summary>
public static partial class DurationText
{
    /// <summary>Reads a duration of days, hours, minutes and seconds, in that order.</summary>
    /// <exception cref="FormatException">The text is not one; the message is advice.</exception>
    public static TimeSpan Parse(string text)
    {
        var match = Pattern().Match(text);
        if (text.Length == 0 || !match.Success)
            throw new FormatException("Write a duration such as 30m, 24h or 1d12h.");
        return new TimeSpan(Part("d"), Part("h"), Part("m"), Part("s"));

        int Part(string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.ValueSpan) : 0;
    }

    /// <summary>A duration as <see cref="Parse"/> reads it, without parts that are zero.</summary>
    public static string Format(TimeSpan duration)
    {
        (int Count, string Unit)[] parts = [(duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "m"), (duration.Seconds, "s")];
        var text = string.Concat(parts.Where(part => part.Count > 0).Select(part => $"{part.Count}{part.Unit}"));
        return text.Length > 0 ? text : "0s";
    }

    [GeneratedRegex(@"\A((?<d>[0-9]{1,4})d)?((?<h>[0-9]{1,5})h)?((?<m>[0-9]{1,6})m)?((?<s>[0-9]{1,8})s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
