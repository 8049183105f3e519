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

    /// <summary>How findings are printed.</summary>
    public DiagnosticFormat Format { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static LintRequest From(InputValues values) => new()
    {
        Paths = values.Get(LintInputs.Path),
        Only = values.Get(LintInputs.Only),
        Config = values.Get(LintInputs.Config),
        YamllintConfig = values.Get(LintInputs.YamllintConfig),
        YamllintExitCodes = values.Get(LintInputs.YamllintExitCodes),
        Schema = SchemaOptions.From(values),
        Render = values.Get(LintInputs.Render),
        Strict = values.Get(LintInputs.Strict),
        Format = values.Get(LintInputs.Format),
    };
}
