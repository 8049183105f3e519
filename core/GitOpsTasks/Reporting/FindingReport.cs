using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>All that a report on files that were checked is made of.</summary>
/// <param name="Findings">In the order they are told.</param>
public sealed record FindingReport(IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>What is known of the rule with a code.</summary>
    public Func<string, ReportedRule> RuleOf { get; init; } = code => new ReportedRule(code, code, code, "", "");

    /// <summary>Every file that was checked, in the order of paths.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Tells this report from others of the same tool in one run, such as the paths that were checked.</summary>
    public string Part { get; init; } = "";

    /// <summary>The version of this tool.</summary>
    public string Version { get; init; } = "";

    /// <summary>The address of this tool.</summary>
    public string ToolUri { get; init; } = "";

    /// <summary>Whether warnings fail.</summary>
    public bool Strict { get; init; }

    /// <summary>Where the report is printed.</summary>
    public CiSystem System { get; init; }
}
