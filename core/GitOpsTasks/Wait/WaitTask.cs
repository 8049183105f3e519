using System.Text;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Evidence;
using GitOpsTasks.Git;

namespace GitOpsTasks.Wait;

/// <summary>
/// Waits until others say of a commit that it is well, as commit statuses and check runs: so Flux and Argo CD report health
/// to Git. It only reads.
/// </summary>
public static class WaitTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Waits until commit statuses and check runs of a commit are successful, such as those that Flux and Argo CD write.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<WaitRequest, WaitResult> Declaration { get; } = new("wait", Summary)
    {
        Inputs = WaitInputs.All,
        Outputs =
        [
            new("state", InputKind.Text, "What it came to: succeeded, failed or pending.", result => Name(result.State)),
            new("states", InputKind.TextList, "How each context stands, as NAME=STATE.", result => string.Join('\n', result.Contexts.Select(context => $"{context.Context}={Name(context.State)}"))),
        ],
        Examples =
        [
            new("wait --commit 4f1c2a9 --context ci/build", "wait for a check of a commit"),
            new("wait --commit 4f1c2a9 --context \"kustomization/web/*\" --timeout 15m", "wait until Flux has applied it and it is healthy"),
        ],
        ReadRequest = WaitRequest.From,
        Execute = RunAsync,
        Json = WaitJson.Default.WaitResult,
        Text = Render,
    };

    /// <summary>Waits.</summary>
    /// <exception cref="TaskFailedException">There is no such commit, or the forge refused or could not be reached.</exception>
    public static async Task<TaskOutcome<WaitResult>> RunAsync(WaitRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadOrEmptyAsync(context, request.Config, cancellationToken);
        var remote = await ConfigRepository.ChooseAsync(request.Repository, config, context, cancellationToken);
        var evidence = ForgeEvidenceSelection.Open(context, remote, config.Config.Forge);
        var result = await new CommitWait(evidence, request, context).RunAsync(cancellationToken);
        if (result.State == CheckState.Succeeded)
            return TaskOutcome<WaitResult>.Done(result);
        return new TaskOutcome<WaitResult>(
            ExitCode.Findings, result, [.. result.Contexts.Where(waited => waited.State == result.State).Select(waited => Found(waited, request))]);
    }

    private static Diagnostic Found(WaitedContext waited, WaitRequest request)
    {
        var failed = waited.Checks.FirstOrDefault(check => check.State == CheckState.Failed);
        return failed is not null
            ? Diagnostic.Error(WaitCodes.CheckFailed, $"'{failed.Name}' failed at {request.Commit}.", failed.Url is { } url ? $"Read more at {url}." : "Look where it is run.")
            : Diagnostic.Error(
                WaitCodes.TimedOut,
                waited.Checks.Count > 0 ? $"'{waited.Context}' has not ended at {request.Commit}." : $"Nobody has said '{waited.Context}' of {request.Commit}.",
                "Check the name, or wait longer with --timeout.");
    }

    private static string Render(WaitResult result)
    {
        var text = new StringBuilder();
        foreach (var waited in result.Contexts)
            text.Append($"{waited.Context}: {Name(waited.State)}\n");
        return text.ToString();
    }

    private static string Name(CheckState state) => state.ToString().ToLowerInvariant();
}
