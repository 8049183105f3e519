using GitOpsTasks.Contracts;
using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Git;

public sealed class RefusingHostileAddresses : ConfigurationRepository
{
    [Theory]
    [InlineData("--upload-pack=touch CANARY")]
    [InlineData("-oProxyCommand=touch CANARY")]
    [InlineData("ext::touch CANARY")]
    [InlineData("ext::sh -c touch% CANARY")]
    [InlineData("fd::17/foo")]
    [InlineData("ssh://-oProxyCommand=touch%20CANARY/x")]
    [InlineData("git://127.0.0.1/x.git")]
    [InlineData("ftp://127.0.0.1/x.git")]
    [InlineData("file://host/x.git")]
    [InlineData("https://a\nb/x.git")]
    [InlineData("https:///x.git")]
    public async Task Gives_no_such_address_to_git(string address)
    {
        var processes = new RecordedProcesses();
        var context = Place.Context() with { RunProcess = processes.RunAsync };
        ShouldFail(await BumpAsync(context, address.Replace("CANARY", Place.Canary, StringComparison.Ordinal)), ExitCode.Usage, GitCodes.RemoteInvalid);
        processes.Commands.ShouldBeEmpty();
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("https://user:hunter2@git.example.com/x.git")]
    [InlineData("https://user:hun/ter2@git.example.com/x.git")]
    [InlineData("https://user:a@hunter2@git.example.com/x.git")]
    [InlineData("https://user:hunter2#@git.example.com/x.git")]
    [InlineData("ssh://user:hunter2@git.example.com/x.git")]
    [InlineData("gopher://user:hunter2@git.example.com/x.git")]
    public async Task Takes_no_password_in_an_address_and_does_not_repeat_it(string address)
    {
        var outcome = await BumpAsync(Place.Context(), address);
        ShouldFail(outcome, ExitCode.Usage, GitCodes.RemoteInvalid);
        outcome.Diagnostics[0].ToString().ShouldNotContain("hun");
        outcome.Diagnostics[0].ToString().ShouldContain("git.example.com/x.git");
    }

    [Theory]
    [InlineData("--upload-pack=touch CANARY")]
    [InlineData("-x")]
    [InlineData("a..b")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("@")]
    [InlineData("@{-1}")]
    [InlineData("a/../b")]
    [InlineData("a.lock/b")]
    [InlineData("a\\b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a*")]
    public async Task Gives_no_such_branch_to_git(string branch)
    {
        var name = branch.Replace("CANARY", Place.Canary, StringComparison.Ordinal);
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("branch", name)), ExitCode.Usage, GitCodes.BranchNameInvalid);
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("push-branch", name)), ExitCode.Usage, GitCodes.BranchNameInvalid);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("https://github.com/acme/gitops.git", "https", "acme/gitops")]
    [InlineData("HTTPS://github.com/acme/gitops", "https", "acme/gitops")]
    [InlineData("ssh://git@[::1]:2222/acme/gitops.git", "ssh", "acme/gitops")]
    [InlineData("http://[::1]:8080/acme/gitops.git", "http", "acme/gitops")]
    [InlineData("git@github.com:acme/gitops.git", "ssh", "acme/gitops")]
    [InlineData("github.com:acme/gitops.git", "ssh", "acme/gitops")]
    [InlineData("./a::b", "file", null)]
    [InlineData("/srv/a:b.git", "file", null)]
    public void Takes_these(string address, string protocol, string? slug)
    {
        var remote = GitRemote.Parse(address, Place.Context());
        (remote.Protocol, remote.Slug).ShouldBe((protocol, slug));
    }

    [Fact]
    public void Shows_an_address_without_its_user() =>
        GitRemote.Parse("https://ghp_abc@github.com/acme/gitops", Place.Context()).Display.ShouldBe("https://github.com/acme/gitops");
}
