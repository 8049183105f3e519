namespace GitOpsTasks.Tests.Promote;

public sealed class GoingToOtherVersionsThroughTheApi : GoingToOtherVersions
{
    protected override string Via => "api";
}
