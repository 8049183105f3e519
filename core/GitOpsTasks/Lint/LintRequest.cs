using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint;

/// <summary>What to check, and how strictly.</summary>
public sealed record LintRequest
{
    /// <summary>Files or folders to check; everything where empty.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The layers that are checked; all where empty.</summary>
    public IReadOnlyList<LintLayer> Only { get; init; } = [];

    /// <summary>
    /// A yamllint configuration file or the name of a preset; the .yamllint file of the repository, else the preset
    /// <c>gitops</c>, where null.
    /// </summary>
    public string? YamllintConfig { get; init; }

    /// <summary>A .gitops-lint.yaml or gitops.yaml; that of the root of the tree where null.</summary>
    public string? Config { get; init; }

    /// <summary>Exit codes are those of yamllint.</summary>
    public bool YamllintExitCodes { get; init; }

    /// <summary>How manifests are checked against schemas.</summary>
    public SchemaOptions Schema { get; init; } = new();

    /// <summary>Kustomizations are rendered, and what comes out is checked too.</summary>
    public bool Render { get; init; }

    /// <summary>Warnings fail the task too.</summary>
    public bool Strict { get; init; }

    /// <summary>A file of findings that are known; null for that of the configuration.</summary>
    public string? Baseline { get; init; }

    /// <summary>A file that all findings are written to as known; null where none is written.</summary>
    public string? WriteBaseline { get; init; }

    /// <summary>Findings fail only in files that changed since where HEAD left this revision; null for everywhere.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>What can be mended safely is.</summary>
    public bool Fix { get; init; }

    /// <summary>With <see cref="Fix"/>: nothing is written.</summary>
    public bool DryRun { get; init; }

    /// <summary>A file that the findings are written to in <see cref="Format"/>; null where they are printed so.</summary>
    public string? Report { get; init; }

    /// <summary>How findings are printed.</summary>
    public DiagnosticFormat Format { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed, or one contradicts another.</exception>
    public static LintRequest From(InputValues values)
    {
        var request = new LintRequest
        {
            Paths = values.Get(LintInputs.Path),
            Only = values.Get(LintInputs.Only),
            Config = values.Get(LintInputs.Config),
            YamllintConfig = values.Get(LintInputs.YamllintConfig),
            YamllintExitCodes = values.Get(LintInputs.YamllintExitCodes),
            Schema = SchemaOptions.From(values),
            Render = values.Get(LintInputs.Render),
            Strict = values.Get(LintInputs.Strict),
            Baseline = values.Get(LintInputs.Baseline),
            WriteBaseline = values.Get(LintInputs.WriteBaseline),
            ChangedSince = values.Get(LintInputs.ChangedSince),
            Fix = values.Get(LintInputs.Fix),
            DryRun = values.Get(LintInputs.DryRun),
            Format = values.Get(LintInputs.Format),
            Report = values.Get(LintInputs.Report),
        };
        if (request is { DryRun: true, Fix: false })
            throw TaskFailedException.Usage(UsageCodes.InputsContradict, "'dry-run' shows what 'fix' would do, and 'fix' is not asked for.", "Give both, or neither.");
        if (request is { WriteBaseline: not null, Baseline: not null })
            throw TaskFailedException.Usage(UsageCodes.InputsContradict, "'baseline' and 'write-baseline' exclude each other.", "Give one of them.");
        return request;
    }
}
