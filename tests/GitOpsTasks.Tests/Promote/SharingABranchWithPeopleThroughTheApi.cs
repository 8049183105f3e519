namespace GitOpsTasks.Tests.Promote;

public sealed class SharingABranchWithPeopleThroughTheApi : SharingABranchWithPeople
{
    protected override string Via => "api";
}
