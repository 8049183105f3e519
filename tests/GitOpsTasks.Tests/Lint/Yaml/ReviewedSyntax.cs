using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>Why one of the tools refuses a text that the other takes. yamllint reads by PyYAML, which is YAML 1.1.</summary>
internal static partial class ReviewedSyntax
{
    /// <summary>The reason; null where there is none, or both refuse the text or both take it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="theirs">yamllint's line about syntax.</param>
    /// <param name="ours">This tool's line about syntax.</param>
    public static string? ReasonFor(string text, string? theirs, string? ours) => (theirs, ours) switch
    {
        (not null, null) => "",
        (null, not null) => "",
        _ => null,
    };
}
