namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class AskingAgentsAndPeopleThroughTheApi : AskingAgentsAndPeople
{
    protected override string Via => "api";
}
