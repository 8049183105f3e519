using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Finds in configuration what Argo CD or Flux would trip over.</summary>
public static class LintTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Finds in configuration files what Argo CD or Flux would trip over, with line and column.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<LintRequest, LintResult> Declaration { get; } = new("lint", Summary)
    {
        Inputs = LintInputs.All,
        Outputs =
        [
            new("files", InputKind.Number, "How many files were checked.", result => result.Files.ToString()),
            new("errors", InputKind.Number, "How many errors were found.", result => result.Errors.ToString()),
            new("warnings", InputKind.Number, "How many warnings were found.", result => result.Warnings.ToString()),
            new("known", InputKind.Number, "How many findings the baseline knows.", result => result.Known.ToString()),
            new("mended", InputKind.Number, "How many files were mended, or would be.", result => result.Mended.Count.ToString()),
        ],
        Examples =
        [
            new("lint", "check every YAML file here"),
            new("lint --format github", "print findings as annotations of a workflow"),
            new("lint --format sarif --report lint.sarif", "write what code scanning takes, and print text"),
            new("lint apps clusters/prod --strict", "check two folders; warnings fail too"),
            new("lint --changed-since origin/main", "fail only for findings in files that this branch touches"),
            new("lint --write-baseline lint-baseline.json", "begin in an old repository: all findings are known from now on"),
            new("lint --fix --dry-run", "show what can be mended safely"),
            new("lint --only yaml --format parsable --yamllint-config .yamllint .", "print what yamllint prints"),
        ],
        ReadRequest = LintRequest.From,
        Execute = RunAsync,
        Json = LintJson.Default.LintResult,
        Text = LintText.Render,
    };

    /// <summary>Runs a lint.</summary>
    /// <exception cref="TaskFailedException">A path does not exist, or the configuration is wrong.</exception>
    public static async Task<TaskOutcome<LintResult>> RunAsync(
        LintRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var location = WorkTreeLocation.Find(context, request.Paths);
        var settings = await LintConfiguration.LoadAsync(request, context, location.Tree, cancellationToken);
        settings = settings with { Ignored = await IgnoredFiles.FindAsync(context, location.Tree, cancellationToken) };
        using var step = context.Progress.Begin("lint");
        var outcome = await new LintRun(request, context, location, settings, step).RunAsync(cancellationToken);
        step.Complete(LintText.Summarise(outcome.Result!));
        return outcome;
    }
}
