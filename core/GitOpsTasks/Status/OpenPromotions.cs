using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Status;

/// <summary>The promotions that wait for being merged.</summary>
/// <param name="forge">Where pull requests are kept.</param>
/// <param name="branch">The branch that agents follow.</param>
/// <param name="diagnostics">Told where the forge does not tell.</param>
internal sealed class OpenPromotions(Lazy<IForge> forge, string branch, List<Diagnostic> diagnostics)
{
    private static readonly string[] s_silent =
        [ForgeCodes.NotAuthenticated, ForgeCodes.NotPermitted, ForgeCodes.NotFound, ForgeCodes.AddressUnusable];

    /// <summary>The promotions of what is told of, by number; null where the forge is not known or there is no token for it.</summary>
    /// <exception cref="TaskFailedException">The forge cannot be reached.</exception>
    public async Task<IReadOnlyList<OpenPromotion>?> FindAsync(StatusScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var open = await forge.Value.ListOpenAsync(PromotionBranches.Any, branch, cancellationToken);
            return
            [
                .. open.Where(pull => IsPromotion(pull.Head)).OrderBy(pull => pull.Number).Select(Read)
                    .Where(promotion => promotion.Name is null || IsToldOf(promotion, scope)),
            ];
        }
        catch (TaskFailedException e) when (s_silent.Contains(e.Diagnostics[0].Code))
        {
            diagnostics.Add(Diagnostic.Note(
                StatusCodes.PromotionsUnknown, $"Open promotions are left out: {e.Diagnostics[0].Message}", e.Diagnostics[0].Advice));
            return null;
        }
    }

    private static bool IsPromotion(string head) =>
        head.StartsWith(PromotionBranches.Promotion, StringComparison.Ordinal) || head.StartsWith(PromotionBranches.Rollback, StringComparison.Ordinal);

    private static bool IsToldOf(OpenPromotion promotion, StatusScope scope) =>
        promotion.Apps.Any(scope.Apps.Contains) && scope.Environments.Any(environment => environment.Name == promotion.To);

    // The body is others' to edit: lists in it may be missing.
    private static OpenPromotion Read(PullRequest pull)
    {
        var state = pull.IsDraft ? "draft" : pull.IsMergedByItself ? "merging" : "open";
        return PromotionMarker.Read(pull.Body) is not { } marker
            ? new OpenPromotion(pull.Number, pull.Url, pull.Title, state, null, null, null)
            : new OpenPromotion(pull.Number, pull.Url, pull.Title, state, marker.App, marker.From, marker.To)
            {
                Apps = [.. (marker.Apps ?? [marker.App]).Where(app => app is not null)],
                Rollback = marker.Rollback,
                Images = [.. (marker.Images ?? []).Where(image => image is { Name: not null, New: not null })],
                Gates = [.. (marker.Gates ?? []).Where(gate => gate is { Gate: not null, Detail: not null })],
            };
    }
}
