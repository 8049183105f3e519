namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingHostileTextThroughTheApi : PromotingHostileTextOnGitHub
{
    protected override string Via => "api";
}
