namespace GitOpsTasks.Tests.Promote;

public sealed class RefreshingPromotionsThroughTheApi : RefreshingPromotions
{
    protected override string Via => "api";
}
