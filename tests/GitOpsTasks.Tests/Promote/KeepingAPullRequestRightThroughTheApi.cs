namespace GitOpsTasks.Tests.Promote;

public sealed class KeepingAPullRequestRightThroughTheApi : KeepingAPullRequestRight
{
    protected override string Via => "api";
}
