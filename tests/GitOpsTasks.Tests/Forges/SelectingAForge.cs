using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Forges.Local;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Forges;

public sealed class SelectingAForge
{
    private static readonly EngineContext s_context =
        TestEngine.Context(TimeProvider.System, ("GITHUB_SERVER_URL", "https://git.example.com"));

    [Theory]
    [InlineData("https://github.com/acme/gitops", typeof(GitHubForge))]
    [InlineData("git@github.com:acme/gitops.git", typeof(GitHubForge))]
    [InlineData("ssh://git@ssh.github.com:443/acme/gitops.git", typeof(GitHubForge))]
    [InlineData("https://acme.ghe.com/acme/gitops", typeof(GitHubForge))]
    [InlineData("https://git.example.com/acme/gitops", typeof(GitHubForge))]
    [InlineData("ssh://git@git.example.com:7999/acme/gitops", typeof(GitHubForge))]
    [InlineData("https://dev.azure.com/acme/Platform/_git/gitops", typeof(AzureForge))]
    [InlineData("git@ssh.dev.azure.com:v3/acme/Platform/gitops", typeof(AzureForge))]
    [InlineData("https://acme.visualstudio.com/Platform/_git/gitops", typeof(AzureForge))]
    [InlineData("https://tfs.example.com/Main/Platform/_git/gitops", typeof(AzureForge))]
    [InlineData("/srv/git/gitops.git", typeof(LocalForge))]
    [InlineData("../gitops.git", typeof(LocalForge))]
    public void Tells_the_kind_by_the_address(string address, Type kind) =>
        Open(address, ForgeChoice.Auto).ShouldBeOfType(kind);

    [Theory]
    [InlineData("https://other.example.com/acme/gitops")]
    [InlineData("https://git.example.com:8443/acme/gitops")]
    [InlineData("https://github.com.example.com/acme/gitops")]
    [InlineData("git@other.example.com:acme/gitops.git")]
    public void Asks_for_the_kind_where_the_address_does_not_tell(string address)
    {
        var failure = Should.Throw<TaskFailedException>(() => Open(address, ForgeChoice.Auto));

        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Diagnostics[0].Advice!.ShouldContain("config.forge");
        Open(address, ForgeChoice.GitHub).ShouldBeOfType<GitHubForge>();
        Open(address, ForgeChoice.Local).ShouldBeOfType<LocalForge>();
    }

    [Theory]
    [InlineData("https://dev.azure.com/acme/Platform/_git/gitops", ForgeChoice.Auto)]
    [InlineData("https://tfs.example.com/gitops", ForgeChoice.Azure)]
    public void Does_not_write_through_the_api_of_Azure(string address, ForgeChoice choice)
    {
        var failure = Should.Throw<TaskFailedException>(() => ForgeRepositorySelection.Open(s_context, GitRemote.Parse(address, s_context), choice));

        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Usage, ForgeCodes.OptionUnsupported));
    }

    private static IForge Open(string address, ForgeChoice choice) =>
        ForgeSelection.Open(s_context, GitRemote.Parse(address, s_context), choice);
}
