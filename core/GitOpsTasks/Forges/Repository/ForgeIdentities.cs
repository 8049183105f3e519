using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>
/// Who a commit made through an API is said to be by: whom the request names, else GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL (and
/// as for committers) where both are set, else nobody. git's configuration is not asked: there may be no git.
/// </summary>
internal static partial class ForgeIdentities
{
    /// <summary>One of the two; null where nobody is named.</summary>
    /// <param name="role"><c>AUTHOR</c> or <c>COMMITTER</c>.</param>
    /// <param name="given">Whom the request names.</param>
    /// <param name="stamp">The time, where the environment does not set it.</param>
    /// <param name="environment">The environment.</param>
    /// <exception cref="TaskFailedException">GOT1002: GIT_AUTHOR_DATE or GIT_COMMITTER_DATE is no date.</exception>
    public static ForgeSignature? Of(string role, CommitIdentity? given, DateTimeOffset stamp, EnvironmentSnapshot environment)
    {
        var who = given ?? (environment[$"GIT_{role}_NAME"] is { } name && environment[$"GIT_{role}_EMAIL"] is { } mail ? new CommitIdentity(name, mail) : null);
        return who is null ? null : new ForgeSignature(who.Name, who.Mail, DateOf($"GIT_{role}_DATE", stamp, environment));
    }

    private static DateTimeOffset DateOf(string variable, DateTimeOffset stamp, EnvironmentSnapshot environment)
    {
        if (environment[variable] is not { } text)
            return DateTimeOffset.FromUnixTimeSeconds(stamp.ToUnixTimeSeconds());
        if (Raw().Match(text.Trim()) is { Success: true } raw && long.TryParse(raw.Groups["seconds"].Value, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(ZoneOf(raw));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw TaskFailedException.Usage(
                UsageCodes.InputInvalid, $"{variable} is no date.", "Write it as 2026-02-03T04:05:06Z, or as seconds since 1970 and a zone: @1770091506 +0000.");
    }

    private static TimeSpan ZoneOf(Match raw)
    {
        if (!raw.Groups["sign"].Success)
            return TimeSpan.Zero;
        var zone = new TimeSpan(
            int.Parse(raw.Groups["hours"].Value, CultureInfo.InvariantCulture), int.Parse(raw.Groups["minutes"].Value, CultureInfo.InvariantCulture), 0);
        return raw.Groups["sign"].Value == "-" ? -zone : zone;
    }

    // What git writes itself, and takes back.
    [GeneratedRegex(@"\A@?(?<seconds>\d{1,11})(\s+(?<sign>[+-])(?<hours>0\d|1[0-4])(?<minutes>[0-5]\d))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Raw();
}
