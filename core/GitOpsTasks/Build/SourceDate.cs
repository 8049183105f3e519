using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>The variable SOURCE_DATE_EPOCH of the reproducible-builds project.</summary>
internal static class SourceDate
{
    /// <summary>The time it names; null where it is not set.</summary>
    /// <exception cref="TaskFailedException">GOT1002: it is set to what is not a number of seconds since 1970.</exception>
    public static DateTimeOffset? From(EngineContext context)
    {
        if (context.Environment["SOURCE_DATE_EPOCH"] is not { } text)
            return null;
        return long.TryParse(text, out var seconds) && seconds is >= 0 and <= 0xFFFF_FFFF
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw TaskFailedException.Usage(
                UsageCodes.InputInvalid,
                $"SOURCE_DATE_EPOCH is '{text}'.",
                "Set it to a number of seconds since 1970, such as $(git log -1 --format=%ct), or not at all.");
    }
}
