using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Lint;

/// <summary>The inputs of <see cref="LintTask"/>.</summary>
public static class LintInputs
{
    /// <summary>Files or folders to check.</summary>
    public static TaskInput<IReadOnlyList<string>> Path { get; } =
        TaskInput.TextList("path", "PATH", "Files or folders to check. Default: everything.") with { Positional = true };

    /// <summary>Which layers are checked.</summary>
    public static TaskInput<IReadOnlyList<LintLayer>> Only { get; } = new(
        "only", InputKind.TextList, "The layers to check: yaml, schema, gitops, policy. Default: all.", LintLayers.Parse) { Placeholder = "LAYER" };

    /// <summary>The configuration of the whole.</summary>
    public static TaskInput<string?> Config { get; } = TaskInput.Text(
        "config", "FILE", "A .gitops-lint.yaml, or a gitops.yaml with a lint section. Default: .gitops-lint.yaml, else gitops.yaml, at the root of the repository.");

    /// <summary>The configuration of the rules about text.</summary>
    public static TaskInput<string?> YamllintConfig { get; } = TaskInput.Text(
        "yamllint-config", "FILE", "A yamllint configuration file, or default, relaxed or gitops. Default: the .yamllint file of the repository, else gitops.");

    /// <summary>Whether exit codes are yamllint's.</summary>
    public static TaskInput<bool> YamllintExitCodes { get; } = TaskInput.Flag(
        "yamllint-exit-codes", "Exit as yamllint does: 1 for errors, 2 for warnings where strict, 255 for a wrong configuration.");

    /// <summary>Whether kustomizations are rendered.</summary>
    public static TaskInput<bool> Render { get; } = TaskInput.Flag(
        "render", "Render kustomizations with kustomize or kubectl, which fetches remote bases, and check what comes out too.");

    /// <summary>Whether warnings fail.</summary>
    public static TaskInput<bool> Strict { get; } = TaskInput.Flag("strict", "Warnings fail the task too.");

    /// <summary>How findings are printed.</summary>
    public static TaskInput<DiagnosticFormat> Format { get; } =
        TaskInput.Choice("format", DiagnosticFormat.Text, "How findings are printed; anything but text is printed alone, on standard output.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Path, Only, Config, YamllintConfig, .. SchemaInputs.All, Render, Strict, YamllintExitCodes, Format];
}
