namespace GitOpsTasks.Tests.Promote;

public sealed class HoldingAfterARollbackThroughTheApi : HoldingAfterARollback
{
    protected override string Via => "api";
}
