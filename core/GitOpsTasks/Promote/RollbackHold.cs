using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Promote.Editing;

namespace GitOpsTasks.Promote;

/// <summary>
/// What a rollback took away from a target is not brought back by the next run, which may be one of a schedule: it is asked for
/// again when there is something else, or when somebody says so.
/// </summary>
/// <param name="scope">Where a promotion takes place.</param>
/// <param name="route">Its way.</param>
/// <param name="world">What all promotions share.</param>
/// <param name="settings">Whether it is asked for all the same.</param>
internal sealed class RollbackHold(PromotionScope scope, PromotionRoute route, PromotionWorld world, PromotionSettings settings)
{
    /// <summary>Whether it is pushed; then nothing is held where no pull requests can be read.</summary>
    public bool IsPushed { get; init; }

    /// <summary>The pull request that took all of the changes away; null where nothing is held.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    public async Task<PullRequest?> FindAsync(IReadOnlyList<AppChanges> changes, CancellationToken cancellationToken)
    {
        if (route.IsRollback || route.Version is not null || settings.Reopens)
            return null;
        try
        {
            var branch = (route with { IsRollback = true }).Branch;
            return await world.Forge.Value.FindEndedAsync(branch, scope.Branch, cancellationToken) is { } ended && TookAway(ended, changes)
                && await world.Forge.Value.FindOpenAsync(route.Branch, scope.Branch, cancellationToken) is null
                    ? ended
                    : null;
        }
        catch (TaskFailedException failure) when (IsPushed && failure.ExitCode is ExitCode.Usage or ExitCode.Refused)
        {
            return null;
        }
    }

    /// <summary>A promotion that is held.</summary>
    public static Promotion Held(Promotion promotion, PullRequest back) =>
        promotion with { State = PromotionState.Declined, PullRequest = back.Number, Url = back.Url };

    /// <summary>Says that it is.</summary>
    public static Diagnostic Note(PullRequest back, string environment) => Diagnostic.Note(
        PromoteCodes.RolledBack,
        $"{back.Url} took {PromotionText.Line(environment)} back from these versions, and there is nothing newer.",
        "Pass --reopen or --tag to ask for them again; a newer version asks by itself.");

    // What the body says is untrusted: it has to agree with what the target has and would get.
    private static bool TookAway(PullRequest ended, IReadOnlyList<AppChanges> changes)
    {
        if (PromotionMarker.Read(ended.Body) is not { Rollback: true, Images: not null } marker)
            return false;
        var taken = marker.Images.Concat(marker.Values ?? []).Select(image => (image.Name, image.Old, image.New)).ToHashSet();
        return changes.SelectMany(app => app.Images.Concat(app.Values)).All(image => taken.Contains((image.Name, image.New, image.Old ?? "")));
    }
}
