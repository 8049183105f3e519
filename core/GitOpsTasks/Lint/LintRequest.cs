using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint;

/// <summary>What to check, and how strictly.</summary>
public sealed record LintRequest
{
    /// <summary>Files or folders to check; everything where empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Warnings fail the task too.</summary>
    public bool Strict { get; init; }

    /// <summary>How findings are printed.</summary>
    public DiagnosticFormat Format { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static LintRequest From(InputValues values) => new()
    {
        Paths = values.Get(LintInputs.Path),
        Strict = values.Get(LintInputs.Strict),
        Format = values.Get(LintInputs.Format),
    };
}
