namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingOnGitHubDotCom() : PromotingOnGitHub("");
