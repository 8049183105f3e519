namespace GitOpsTasks.Status.Rendering;

/// <summary>Open promotions in words.</summary>
internal static class PromotionLines
{
    /// <summary>Where it goes: <c>web to staging</c>; its title where the body does not say.</summary>
    public static string Way(OpenPromotion promotion) => promotion.Name is null
        ? ShownLine.Of(promotion.Title)
        : ShownLine.Of($"{promotion.Name} {(promotion.Rollback ? "back in" : "to")} {promotion.To}");

    /// <summary>How its gates stood: those that are not met, or how many are.</summary>
    public static string Gates(OpenPromotion promotion)
    {
        var open = promotion.Gates.Where(gate => gate.State != GateState.Passed).ToList();
        return promotion.Gates.Count == 0 ? ""
            : open.Count == 0 ? "all met"
            : string.Join(", ", open.Select(gate => ShownLine.Of($"{gate.Gate} {gate.State.ToString().ToLowerInvariant()}")));
    }
}
