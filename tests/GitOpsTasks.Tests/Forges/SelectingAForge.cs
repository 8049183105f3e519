using GitOpsTasks.Forges;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Forges.Local;

namespace GitOpsTasks.Tests.Forges;

public sealed class SelectingAForge
{
    [Theory]
    [InlineData("https://github.com/acme/gitops", ForgeKind.GitHub)]
    [InlineData("git@github.com:acme/gitops.git", ForgeKind.GitHub)]
    [InlineData("https://acme.ghe.com/acme/gitops", ForgeKind.GitHub)]
    [InlineData("https://git.example.com/acme/gitops", ForgeKind.GitHub)]
    [InlineData("ssh://git@git.example.com:7999/acme/gitops", ForgeKind.GitHub)]
    [InlineData("https://other.example.com/acme/gitops", ForgeKind.Local)]
    [InlineData("https://github.com.example.com/acme/gitops", ForgeKind.Local)]
    [InlineData("/srv/git/gitops.git", ForgeKind.Local)]
    [InlineData("../gitops.git", ForgeKind.Local)]
    [InlineData(@"C:\git\gitops.git", ForgeKind.Local)]
    public void Tells_the_kind_by_the_address(string address, ForgeKind kind)
    {
        var context = TestEngine.Context(TimeProvider.System, ("GITHUB_SERVER_URL", "https://git.example.com"));

        ForgeSelector.KindOf(address, context.Environment).ShouldBe(kind);
        ForgeSelector.Select(context, address).ShouldBeOfType(kind == ForgeKind.GitHub ? typeof(GitHubForge) : typeof(LocalForge));
    }

    [Fact]
    public void Takes_the_kind_that_is_given()
    {
        var context = TestEngine.Context(TimeProvider.System);

        ForgeSelector.Select(context, "https://git.example.com/acme/gitops", ForgeKind.GitHub).ShouldBeOfType<GitHubForge>();
        ForgeSelector.Select(context, "https://github.com/acme/gitops", ForgeKind.Local).ShouldBeOfType<LocalForge>();
    }
}
