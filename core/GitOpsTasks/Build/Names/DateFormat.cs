using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Names;

/// <summary>
/// Writes a time in a format of moment.js, in English: runs of letters stand for parts of the time, text in square
/// brackets and all else stands for itself.
/// </summary>
internal static class DateFormat
{
    private const string Default = "YYYY-MM-DDTHH:mm:ssZ";

    /// <summary>The time in the format and zone of an expression; ISO 8601 in UTC where it gives none.</summary>
    /// <exception cref="TaskFailedException">GOT5043: the zone or a part of the format is not known.</exception>
    public static string Write(DateTimeOffset time, TemplateCall call)
    {
        var local = call.Zone is { } zone ? TimeZoneInfo.ConvertTime(time, Find(zone)) : time.ToUniversalTime();
        var format = call.Format?.Text ?? Default;
        var written = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == '[' && format.IndexOf(']', at) is var close and > 0)
            {
                written.Append(format, at + 1, close - at - 1);
                at = close + 1;
                continue;
            }

            var token = DateTokens.At(format, at) ?? "";
            written.Append(token.Length == 0
                ? format[at].ToString()
                : DateTokens.Write(token, local) ?? throw Unknown(call.Format!.Slice(at, token.Length)));
            at += Math.Max(1, token.Length);
        }

        return written.ToString();
    }

    private static TaskFailedException Unknown(PlacedText token) => token.Refuse(
        NameCodes.ExpressionInvalid,
        $"'{token.Text}' in a date's format depends on a country or language, which there is none of here.",
        "Use parts such as YYYY, MM, DD, HH, mm, ss, or put text that is meant as it stands in square brackets.");

    private static TimeZoneInfo Find(PlacedText zone) =>
        zone.Text.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(zone.Text, out var found)
            ? found
            : throw zone.Refuse(
                NameCodes.ExpressionInvalid,
                $"The time zone '{zone.Text}' is not known on this machine.",
                "Write it as in the IANA database, such as Europe/Berlin, or leave tz out for UTC; minimal containers lack the tzdata package.");
}
