using GitOpsTasks.Contracts;

namespace GitOpsTasks.Config;

/// <summary>Asks whether somebody who mistyped a name meant another.</summary>
internal static class Suggestion
{
    /// <summary><c>Did you mean 'x'? </c> with the nearest known name, or nothing where none is near.</summary>
    public static string For(string written, IEnumerable<string> known) =>
        EditDistance.Nearest(written, known) is { } near ? $"Did you mean '{near}'? " : "";
}
