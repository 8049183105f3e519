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

    /// <summary>Findings that are known.</summary>
    public static TaskInput<string?> Baseline { get; } =
        TaskInput.Text("baseline", "FILE", "Findings that FILE lists are counted, but neither told nor do they fail the task.");

    /// <summary>Where findings become known.</summary>
    public static TaskInput<string?> WriteBaseline { get; } =
        TaskInput.Text("write-baseline", "FILE", "Writes all errors and warnings to FILE, for baseline, and does not fail.");

    /// <summary>What the findings that fail are limited to.</summary>
    public static TaskInput<string?> ChangedSince { get; } = TaskInput.Text(
        "changed-since", "REVISION", "Findings fail only in files that differ from where HEAD left REVISION, such as origin/main; others become notes.");

    /// <summary>Whether what can be mended safely is.</summary>
    public static TaskInput<bool> Fix { get; } = TaskInput.Flag(
        "fix", "Mends what is safe to: white space, line ends, comments, document starts, quotes of texts that look like something else.");

    /// <summary>Whether mends are shown only.</summary>
    public static TaskInput<bool> DryRun { get; } = TaskInput.Flag("dry-run", "With fix: shows the changes and writes nothing.");

    /// <summary>Where the formatted findings go.</summary>
    public static TaskInput<string?> Report { get; } =
        TaskInput.Text("report", "FILE", "Writes the findings to FILE in the format asked for, and prints them as text.");

    /// <summary>Whether warnings fail.</summary>
    public static TaskInput<bool> Strict { get; } = TaskInput.Flag("strict", "Warnings fail the task too.");

    /// <summary>How findings are printed.</summary>
    public static TaskInput<DiagnosticFormat> Format { get; } =
        TaskInput.Choice("format", DiagnosticFormat.Text, "How findings are printed; anything but text is printed alone, on standard output.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } =
    [
        Path, Only, Config, YamllintConfig, .. SchemaInputs.All, Render, Strict, Baseline, WriteBaseline, ChangedSince, Fix, DryRun, YamllintExitCodes, Format, Report,
    ];
}
