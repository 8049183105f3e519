using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>Takes the versions of one environment to another, by a pull request that stays right, or by a push.</summary>
public static class PromoteTask
{
    /// <summary>One sentence: what it is for.</summary>
    public const string Summary = "Takes image versions from one environment to the next, by a pull request or a push.";

    /// <summary>The task as hosts see it.</summary>
    /// <param name="gate">Checks a folder as it would become; the chain hands in lint's check.</param>
    public static TaskDeclaration<PromoteRequest, PromoteResult> Declare(Func<TreePath, EngineContext, TreeCheck>? gate) => new("promote", Summary)
    {
        Inputs = PromoteInputs.All,
        Outputs =
        [
            new("changed", InputKind.Flag, "Whether anything was written.", result => result.Promotions.Any(promotion => promotion.IsWritten) ? "true" : "false"),
            new("pull-request-numbers", InputKind.TextList, "The pull requests, open or closed by this run.", result => Join(result, promotion => promotion.PullRequest?.ToString())),
            new("pull-request-urls", InputKind.TextList, "Where people look at them.", result => Join(result, promotion => promotion.Url)),
            new("branches", InputKind.TextList, "The branches that hold the promotions.", result => Join(result, promotion => promotion.Branch)),
        ],
        Examples =
        [
            new("promote --from dev --to staging", "open or update the pull requests of all applications"),
            new("promote --from staging --to prod --app web --dry-run", "show what one application would get"),
        ],
        ReadRequest = PromoteRequest.Read,
        Execute = (request, context, cancellationToken) => RunAsync(request, gate, context, cancellationToken),
        Json = PromoteJson.Default.PromoteResult,
        Text = Render,
    };

    /// <summary>Runs a promote.</summary>
    /// <param name="request">What is promoted.</param>
    /// <param name="gate">Checks a folder as it would become; null for no check.</param>
    /// <param name="context">The world around.</param>
    /// <param name="cancellationToken">Cancels between steps; nothing is half-written.</param>
    /// <exception cref="TaskFailedException">An expected failure; applications before it stay promoted.</exception>
    public static async Task<TaskOutcome<PromoteResult>> RunAsync(
        PromoteRequest request, Func<TreePath, EngineContext, TreeCheck>? gate, EngineContext context, CancellationToken cancellationToken)
    {
        var scope = await PromotionScope.ResolveAsync(request, context, cancellationToken);
        using var repository = await GitRepository.OpenAsync(context, scope.Remote, cancellationToken);
        return await RunAsync(scope, repository, request.Apps, request.DryRun, gate, context, cancellationToken);
    }

    /// <summary>Runs a promote in a repository that is open already.</summary>
    internal static async Task<TaskOutcome<PromoteResult>> RunAsync(
        PromotionScope scope,
        IConfigRepository repository,
        IReadOnlyList<string> apps,
        bool dryRun,
        Func<TreePath, EngineContext, TreeCheck>? gate,
        EngineContext context,
        CancellationToken cancellationToken)
    {
        var forge = new Lazy<IForge>(() => ForgeSelection.Open(context, scope.Remote, scope.Config.Config.Forge));
        var tree = await repository.SnapshotAsync(scope.Branch, cancellationToken);
        var promotions = new List<Promotion>();
        var diagnostics = new List<Diagnostic>();
        foreach (var app in await scope.AppsAsync(apps, tree, cancellationToken))
        {
            using var step = context.Progress.Begin($"promote {app} to {scope.To.Name}");
            var (promotion, found) = await new AppPromotion(scope, repository, forge, gate is null ? null : folder => gate(folder, context))
                .RunAsync(app, new Plan { MadeAt = context.StampTime }, dryRun, cancellationToken);
            step.Complete(Describe(promotion));
            promotions.Add(promotion);
            diagnostics.AddRange(found);
        }

        return TaskOutcome<PromoteResult>.Done(new PromoteResult(promotions), diagnostics);
    }

    /// <summary>One phrase that says what a promotion came to.</summary>
    public static string Describe(Promotion promotion) => promotion.State switch
    {
        PromotionState.NothingToPromote => $"{promotion.To} has the versions of {promotion.From}",
        PromotionState.Opened => $"opened {promotion.Url}",
        PromotionState.Updated => $"updated {promotion.Url}",
        PromotionState.Unchanged => $"unchanged {promotion.Url}",
        PromotionState.Closed => $"closed {promotion.Url}",
        PromotionState.Pushed => $"pushed to {promotion.Branch}",
        _ => "would be promoted",
    };

    private static string Render(PromoteResult result)
    {
        var text = new StringBuilder();
        foreach (var promotion in result.Promotions)
        {
            text.Append($"{promotion.App}: {Describe(promotion)}\n");
            foreach (var image in promotion.Images)
                text.Append($"  {image.Name} {image.Old ?? "(none)"} -> {image.New}\n");
        }

        return text.ToString();
    }

    private static string? Join(PromoteResult result, Func<Promotion, string?> value) =>
        string.Join('\n', result.Promotions.Select(value).OfType<string>()) is { Length: > 0 } text ? text : null;
}
