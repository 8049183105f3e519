namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingInARepositoryOnDisk : PromotingByPullRequest;
