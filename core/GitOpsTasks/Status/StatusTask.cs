using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Status.Rendering;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>Tells what runs where, since when, and where environments drift apart. Writes nothing to repository or forge.</summary>
public static class StatusTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Tells which versions run where, since when, what is being promoted and where environments drift apart.";

    /// <summary>The task as hosts see it.</summary>
    public static TaskDeclaration<StatusRequest, StatusResult> Declaration { get; } = new("status", Summary)
    {
        Inputs = StatusInputs.All,
        Outputs =
        [
            new("behind", InputKind.TextList, "What does not have the versions of the environment before, as APP-in-ENV.", result => Join(
                from app in result.Apps from deployed in app.Environments where deployed.IsBehind select $"{ShownLine.Of(app.Name)}-in-{ShownLine.Of(deployed.Environment)}")),
            new("drift", InputKind.Number, "How many fields differ that no promotion takes along.", result => result.Drift.Sum(drift => drift.Differences.Count).ToString()),
            new("promotions", InputKind.Number, "How many promotions are open; none where the forge does not tell.", result => result.Promotions?.Count.ToString()),
        ],
        Examples =
        [
            new("status", "show what runs where"),
            new("status --app web --format json", "print it for a program"),
            new("status --format html --report status.html", "write a page to open in a browser"),
            new("status --fail-on drift,behind", "fail where environments are not alike"),
        ],
        ReadRequest = StatusRequest.From,
        Execute = RunAsync,
        Json = StatusJson.Default.StatusResult,
        Text = StatusText.Render,
    };

    /// <summary>Looks at the environments.</summary>
    /// <exception cref="TaskFailedException">An expected failure.</exception>
    public static async Task<TaskOutcome<StatusResult>> RunAsync(StatusRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadOrEmptyAsync(context, request.Config, cancellationToken);
        var remote = await RemoteOfAsync(request, config, context, cancellationToken);
        IBranchRepository repository = request.Via == RepositoryVia.Api
            ? ForgeRepositorySelection.Open(context, remote, config.Config.Forge)
            : await GitRepository.OpenAsync(context, remote, cancellationToken);
        using var opened = repository as IDisposable;
        using var step = context.Progress.Begin("status");
        var forge = new Lazy<IForge>(() => ForgeSelection.Open(context, remote, config.Config.Forge));
        var run = new StatusRun(config, repository, forge, request, context);
        var result = await run.RunAsync(remote, request.Branch ?? config.Config.Branch, cancellationToken);
        step.Complete(StatusText.Summarise(result));
        return await StatusReport.ReportAsync(request, result, run.Diagnostics, context, cancellationToken);
    }

    // A checkout that came from nowhere is itself the repository.
    private static async Task<GitRemote> RemoteOfAsync(StatusRequest request, GitOpsConfig config, EngineContext context, CancellationToken cancellationToken)
    {
        if (request.Repository is { } given)
            return GitRemote.Parse(given, context);
        if (config.Config.Repository is null && await SourceCheckout.FindAsync(context, config.Directory, cancellationToken) is { Origin: null } checkout)
            return GitRemote.Parse(checkout.Root, context);
        return await ConfigRepository.FindAsync(config, context, cancellationToken);
    }

    private static string? Join(IEnumerable<string> values) => string.Join('\n', values) is { Length: > 0 } text ? text : null;
}
