using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint;

/// <summary>A lint in words.</summary>
internal static class LintText
{
    /// <summary>What it came to, after the diff of what was mended.</summary>
    public static string Render(LintResult result) => $"{result.Diff}{Summarise(result)}\n";

    /// <summary>What it came to, on one line.</summary>
    public static string Summarise(LintResult result)
    {
        var mended = result.Mended.Count == 0 ? "" : $", {Count.Of(result.Mended.Count, "file")} mended";
        var known = result.Known == 0 ? "" : $", {result.Known} known";
        return $"{Count.Of(result.Files, "file")}: {Count.Of(result.Errors, "error")}, {Count.Of(result.Warnings, "warning")}{known}{mended}";
    }
}
