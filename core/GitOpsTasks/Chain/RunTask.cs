using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Chain;

/// <summary>The whole chain: build, generate, lint, bump, promote, as gitops.yaml describes it.</summary>
public static class RunTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Runs the whole chain of gitops.yaml: build, generate, lint, bump, promote.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<RunRequest, RunResult> Declaration { get; } = new("run", Summary)
    {
        Inputs = RunInputs.All,
        Outputs =
        [
            new("changed", InputKind.Flag, "Whether any step wrote anything.", result => result.Changed ? "true" : "false"),
            new("images", InputKind.TextList, "The images built, each as repository:tag@digest.", result => Join(result.Images.Select(image => image.Reference))),
            new("pull-request-urls", InputKind.TextList, "The promotions that are open.", result => Join(result.Promotions.Select(promotion => promotion.Url).OfType<string>())),
        ],
        Examples =
        [
            new("run", "run the chain that gitops.yaml describes"),
            new("run --dry-run --config deploy/gitops.yaml", "show what it would do"),
        ],
        ReadRequest = RunRequest.From,
        Execute = RunAsync,
        Json = ChainJson.Default.RunResult,
        Text = Render,
    };

    /// <summary>Runs the chain.</summary>
    public static async Task<TaskOutcome<RunResult>> RunAsync(RunRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadAsync(context, request.Config, cancellationToken);
        var run = new ChainRun(config, context, request.DryRun);
        try
        {
            await run.RunAsync(cancellationToken);
            return TaskOutcome<RunResult>.Done(run.Result, run.Diagnostics);
        }
        catch (Exception e) when (ExpectedFailure.From(e, cancellationToken) is { } failure)
        {
            return new TaskOutcome<RunResult>(failure.ExitCode, run.Result, [.. run.Diagnostics, .. failure.Diagnostics]);
        }
    }

    /// <summary>The steps as a table.</summary>
    public static string Render(RunResult result) => result.Steps.Count == 0 ? "" : TextTable.Render(
        ["task", "what", "changed", "result"],
        [.. result.Steps.Select(step => (IReadOnlyList<string>)[step.Task, step.Subject, step.Changed ? "yes" : "no", step.Detail])]);

    private static string? Join(IEnumerable<string> values) => string.Join('\n', values) is { Length: > 0 } text ? text : null;
}
