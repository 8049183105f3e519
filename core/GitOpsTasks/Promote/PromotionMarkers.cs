using GitOpsTasks.Promote.Editing;

namespace GitOpsTasks.Promote;

/// <summary>What promotions say about themselves.</summary>
internal static class PromotionMarkers
{
    /// <summary>The marker of a promotion.</summary>
    public static PromotionMarker Of(PromotionRoute route, IReadOnlyList<AppChanges> changes, IReadOnlyList<GateResult> gates) =>
        new(route.Name, route.From, route.To, [.. changes.SelectMany(app => app.Images)])
        {
            Values = changes.SelectMany(app => app.Values).ToList() is { Count: > 0 } values ? values : null,
            Apps = route.IsGroup ? [.. route.Apps.Select(app => app.Name)] : null,
            Version = route.Version,
            At = route.Source?.Revision,
            Rollback = route.IsRollback,
            Gates = gates.Count > 0 ? gates : null,
        };
}
