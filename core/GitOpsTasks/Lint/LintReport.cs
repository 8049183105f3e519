using System.Reflection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>The findings of a lint in the format asked for.</summary>
internal static class LintReport
{
    private const string Repository = "https://github.com/OWNER/gitops-tasks";

    /// <summary>The report.</summary>
    public static string Render(
        LintRequest request, WorkTreeLocation location, IReadOnlyList<Diagnostic> findings, IReadOnlyList<string> files, bool strict, CiSystem system)
    {
        if (request.Format is DiagnosticFormat.Parsable or DiagnosticFormat.Standard)
            findings = GivenPaths.Restore(findings, request.Paths, location.Paths);
        return FindingReports.Render(request.Format, new FindingReport(findings)
        {
            RuleOf = RuleOf,
            Files = files,
            Part = string.Join('+', location.Paths.Where(path => !path.IsRoot)),
            Version = typeof(LintReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            ToolUri = Repository,
            Strict = strict,
            System = system,
        });
    }

    private static ReportedRule RuleOf(string code) => LintRules.FindByCode(code) is { } rule
        ? new ReportedRule(code, rule.Id, rule.Summary, $"{Repository}/blob/main/docs/lint/{rule.Id}.md", LintLayers.NameOf(rule.Layer))
        : new ReportedRule(code, code, $"{code} is explained in docs/diagnostics.md.", $"{Repository}/blob/main/docs/diagnostics.md", "yaml");
}
