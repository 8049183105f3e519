namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingOnGitHubEnterprise() : PromotingOnGitHub("/api/v3");
