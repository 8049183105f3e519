using System.Text;

namespace GitOpsTasks.Promote;

/// <summary>What promotions came to, for people.</summary>
internal static class PromotionReport
{
    /// <summary>One phrase that says what a promotion came to.</summary>
    public static string Describe(Promotion promotion) => promotion.State switch
    {
        PromotionState.NothingToPromote => $"{promotion.To} has the versions of {promotion.From}",
        PromotionState.Opened => $"opened {promotion.Url}",
        PromotionState.Updated => $"updated {promotion.Url}",
        PromotionState.Unchanged => $"unchanged {promotion.Url}",
        PromotionState.Closed => $"closed {promotion.Url}",
        PromotionState.Pushed => $"pushed to {promotion.Branch}",
        PromotionState.Merged => $"merged {promotion.Url}",
        PromotionState.Declined => $"declined in {promotion.Url}",
        PromotionState.Waiting => promotion.Gates.Count > 0 ? "waits for its gates" : "waits for an earlier wave",
        _ => "would be promoted",
    };

    /// <summary>All of them.</summary>
    public static string Render(PromoteResult result)
    {
        var text = new StringBuilder();
        foreach (var promotion in result.Promotions)
        {
            text.Append($"{PromotionText.Line(promotion.App)} to {PromotionText.Line(promotion.To)}: {Describe(promotion)}\n");
            foreach (var image in promotion.Images.Concat(promotion.Values))
                text.Append($"  {PromotionText.Line(image.Name)} {PromotionText.Line(image.Old ?? "(none)")} -> {PromotionText.Line(image.New)}\n");
            foreach (var gate in promotion.Gates)
                text.Append($"  gate {PromotionText.Line(gate.Gate)}: {gate.State.ToString().ToLowerInvariant()} {PromotionText.Line(gate.Detail)}\n");
        }

        return text.ToString();
    }
}
