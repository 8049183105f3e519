using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Promote.Description;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Takes the versions of one environment to another, by a pull request that stays right, or by a push.</summary>
public static class PromoteTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Takes image versions from one environment to the next, by a pull request or a push.";

    /// <summary>The task as hosts see it.</summary>
    /// <param name="lint">Checks a folder as it would become; the chain hands in lint's check.</param>
    /// <param name="gates">Makes what promotions have to meet; null for nothing.</param>
    public static TaskDeclaration<PromoteRequest, PromoteResult> Declare(
        Func<TreePath, EngineContext, TreeCheck>? lint, Func<EngineContext, IReadOnlyList<IPromotionGate>>? gates = null) => new("promote", Summary)
        {
            Inputs = PromoteInputs.All,
            Outputs =
        [
            new("changed", InputKind.Flag, "Whether anything was written.", result => result.Promotions.Any(promotion => promotion.IsWritten) ? "true" : "false"),
            new("pull-request-numbers", InputKind.TextList, "The pull requests, open or closed by this run.", result => Join(result, promotion => promotion.PullRequest?.ToString())),
            new("pull-request-urls", InputKind.TextList, "Where people look at them.", result => Join(result, promotion => promotion.Url)),
            new("branches", InputKind.TextList, "The branches that hold the promotions.", result => Join(result, promotion => promotion.Branch)),
            new("states", InputKind.TextList, "What each promotion came to, as APP-to-ENV=STATE.", result => Join(result, promotion => $"{PromotionText.Line(promotion.App)}-to-{promotion.To}={promotion.State.ToString().ToLowerInvariant()}")),
        ],
            Examples =
        [
            new("promote --from dev --to staging", "open or update the pull requests of all applications"),
            new("promote --from staging --to prod --app web --dry-run", "show what one application would get"),
            new("promote --refresh", "bring the open promotions up to date after a merge"),
            new("promote --rollback --to prod --app web", "ask to go back to what prod had before"),
        ],
            ReadRequest = PromoteRequest.Read,
            Execute = (request, context, cancellationToken) => RunAsync(request, lint, gates?.Invoke(context) ?? [], context, cancellationToken),
            Json = PromoteJson.Default.PromoteResult,
            Text = PromotionReport.Render,
        };

    /// <summary>Runs a promote.</summary>
    /// <param name="request">What is promoted.</param>
    /// <param name="lint">Checks a folder as it would become; null for no check.</param>
    /// <param name="gates">What promotions have to meet.</param>
    /// <param name="context">The world around.</param>
    /// <param name="cancellationToken">Cancels between steps; nothing is half-written.</param>
    /// <exception cref="TaskFailedException">An expected failure; applications before it stay promoted.</exception>
    public static async Task<TaskOutcome<PromoteResult>> RunAsync(
        PromoteRequest request, Func<TreePath, EngineContext, TreeCheck>? lint, IReadOnlyList<IPromotionGate> gates, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadOrEmptyAsync(context, request.Config, cancellationToken);
        var remote = await ConfigRepository.ChooseAsync(request.Repository, config, context, cancellationToken);
        IBranchRepository repository = request.Via == RepositoryVia.Api
            ? ForgeRepositorySelection.Open(context, remote, config.Config.Forge)
            : await GitRepository.OpenAsync(context, remote, cancellationToken);
        using var opened = repository as IDisposable;
        var world = new PromotionWorld(repository, ForgeOf(context, remote, config), request.Settings, context)
        {
            Lint = lint,
            Gates = gates,
            Template = await TemplateFile.LoadAsync(request.Settings.Template, context, cancellationToken),
            DryRun = request.DryRun,
        };
        var run = new PromotionRun(world);
        var branch = request.Branch ?? config.Config.Branch;
        if (request.Refresh)
        {
            await new PromotionRefresh(config, (from, to) => new PromotionScope(config, remote, branch, from, to), world, run)
                .RunAsync(request, branch, cancellationToken);
            return run.Outcome;
        }

        var tree = await repository.SnapshotAsync(branch, cancellationToken);
        foreach (var scope in await new PromotionScopes(config, remote, branch).FindAsync(request, tree, cancellationToken))
            await run.PromoteAsync(scope, request, cancellationToken);
        return run.Outcome;
    }

    /// <summary>Promotes between two environments in a repository that is open already.</summary>
    /// <exception cref="TaskFailedException">An expected failure; applications before it stay promoted.</exception>
    internal static async Task<TaskOutcome<PromoteResult>> RunAsync(
        PromotionScope scope,
        IBranchRepository repository,
        bool dryRun,
        Func<TreePath, EngineContext, TreeCheck>? lint,
        IReadOnlyList<IPromotionGate> gates,
        EngineContext context,
        CancellationToken cancellationToken)
    {
        var world = new PromotionWorld(repository, ForgeOf(context, scope.Remote, scope.Config), PromotionSettings.Default, context)
        {
            Lint = lint,
            Gates = gates,
            DryRun = dryRun,
        };
        var run = new PromotionRun(world);
        await run.PromoteAsync(scope, new PromoteRequest(), cancellationToken);
        return run.Outcome is { ExitCode: not ExitCode.Done } failed ? throw new TaskFailedException(failed.ExitCode, failed.Diagnostics) : run.Outcome;
    }

    /// <summary>One phrase that says what a promotion came to.</summary>
    public static string Describe(Promotion promotion) => PromotionReport.Describe(promotion);

    private static Lazy<IForge> ForgeOf(EngineContext context, GitRemote remote, GitOpsConfig config) =>
        new(() => ForgeSelection.Open(context, remote, config.Config.Forge));

    private static string? Join(PromoteResult result, Func<Promotion, string?> value) =>
        string.Join('\n', result.Promotions.Select(value).OfType<string>()) is { Length: > 0 } text ? text : null;
}
