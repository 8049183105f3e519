using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Findings as annotations. GitHub shows ten of each level of a step: where there are more, the tenth counts the rest.</summary>
public static class GitHubAnnotations
{
    /// <summary>How many annotations of a level GitHub shows.</summary>
    public const int MostOfALevel = 10;

    /// <summary>The commands, a line each, errors first.</summary>
    public static string Render(IReadOnlyList<Diagnostic> findings)
    {
        var text = new StringBuilder();
        foreach (var level in findings.GroupBy(finding => finding.Severity).OrderByDescending(level => level.Key))
        {
            var all = level.ToList();
            var shown = all.Count <= MostOfALevel ? all.Count : MostOfALevel - 1;
            foreach (var finding in all.Take(shown))
                text.Append(GitHubCommand.Annotation(finding)).Append('\n');
            if (shown < all.Count)
                text.Append(GitHubCommand.Annotation(Rest(level.Key, [.. all.Skip(shown)]))).Append('\n');
        }

        return text.ToString();
    }

    private static Diagnostic Rest(Severity severity, List<Diagnostic> rest)
    {
        var files = rest.Select(finding => finding.Place?.File).Distinct(StringComparer.Ordinal).Count();
        return new Diagnostic(
            "gitops", severity, $"{rest.Count} more {severity.Name()}s in {Count.Of(files, "file")}.", "The summary of the run and the log have them all.");
    }
}
