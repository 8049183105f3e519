using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

public sealed class ReachingARepository : ConfigurationRepository
{
    [Fact]
    public async Task Works_with_a_path() =>
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Remote.FullPath));

    [Fact]
    public async Task Works_with_a_path_that_a_shell_would_take_apart()
    {
        using var remote = await BareRepository.CreateAtAsync(Place.PathOf("it's a $(touch canary) \"é\".git"));
        await remote.CommitAsync("main", File, Content);
        (await BumpAsync(Place.Context(), remote.FullPath)).ExitCode.ShouldBe(ExitCode.Done);
        (await remote.LogAsync("main")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Works_with_the_checkout_of_another()
    {
        Directory.Delete(Place.Folder);
        await new HermeticGit(Place.Home).RunAsync(Place.Home, ["clone", "--quiet", Remote.FullPath, Place.Folder]);
        var outcome = await BumpAsync(Place.Context(), Place.Folder, "web:1.5.0", ("push-branch", "bump/web"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        (await Place.GitAsync("show", "bump/web:" + File)).ShouldContain("1.5.0");
    }

    [Fact]
    public async Task Works_with_a_path_from_the_directory_of_the_task() =>
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Path.GetRelativePath(Place.Folder, Remote.FullPath)));

    [Fact]
    public async Task Works_with_a_file_url() =>
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), "file://" + Remote.FullPath));

    [Fact]
    public async Task Works_over_http_with_a_token()
    {
        await using var server = Serve();
        var processes = new RecordedProcesses();
        var context = Place.Context(("GITOPS_TOKEN", Secret)) with { RunProcess = processes.RunAsync };
        await ShouldBeBumpedAsync(await BumpAsync(context, $"{server.Url}/repository.git"));
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + Secret));
        foreach (var command in processes.Commands)
        {
            command.ToString().ShouldNotContain(Secret);
            command.ToString().ShouldNotContain(encoded);
        }
    }

    [Fact]
    public async Task Works_over_http_with_the_users_credential_helper()
    {
        await using var server = Serve();
        WriteUserConfiguration($"[credential]\n\thelper = \"!f() {{ echo username=x; echo password={Secret}; }}; f\"\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"{server.Url}/repository.git"));
    }

    [Fact]
    public async Task Works_over_https_with_the_authority_the_user_trusts()
    {
        using var certificate = new LoopbackCertificate();
        await using var server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!, Secret, certificate);
        Place.Write("authority.pem", certificate.Pem);
        WriteUserConfiguration($"[http]\n\tsslCAInfo = {Place.PathOf("authority.pem")}\n");
        server.Url.ShouldStartWith("https://");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(("GITOPS_TOKEN", Secret)), $"{server.Url}/repository.git"));
    }

    [Fact]
    public async Task Works_over_ssh()
    {
        await using var server = await SshServer.StartAsync();
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(("GIT_SSH_COMMAND", server.GitSshCommand)), server.UrlOf(Remote.FullPath)));
    }

    [Fact]
    public async Task Works_over_ssh_as_the_user_configured_it()
    {
        await using var server = await SshServer.StartAsync();
        WriteUserConfiguration($"[core]\n\tsshCommand = {server.GitSshCommand} -p {server.Port}\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"root@127.0.0.1:{Remote.FullPath}"));
    }

    [Theory]
    [InlineData("insteadOf")]
    [InlineData("pushInsteadOf")]
    public async Task Follows_the_users_rewriting_to_another_transport(string key)
    {
        await using var server = Serve(token: null);
        WriteUserConfiguration($"[url \"{Remote.FullPath}\"]\n\t{key} = {server.Url}/repository.git\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"{server.Url}/repository.git"));
    }

    [Fact]
    public async Task Follows_a_rewriting_that_brings_a_password_and_never_shows_it()
    {
        await using var server = Serve();
        var origin = new Uri(server.Url).Authority;
        WriteUserConfiguration($"[url \"http://x:{Secret}@{origin}/\"]\n\tinsteadOf = https://git.example.com/\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), "https://git.example.com/repository.git"));
        var missing = await BumpAsync(Place.Context(), "https://git.example.com/missing.git");
        ShouldFail(missing, ExitCode.Usage, GitCodes.RepositoryNotFound);
        missing.Diagnostics[0].ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Works_with_a_path_that_knows_no_filters()
    {
        await Remote.GitAsync("config", "uploadpack.allowFilter", "false");
        await Remote.GitAsync("config", "uploadpack.allowAnySHA1InWant", "false");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Remote.FullPath));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    public async Task Works_over_http_with_a_server_that_knows_no_filters(string protocol)
    {
        await using var server = Serve(token: null);
        await Remote.GitAsync("config", "uploadpack.allowFilter", "false");
        await Remote.GitAsync("config", "uploadpack.allowAnySHA1InWant", "false");
        WriteUserConfiguration($"[protocol]\n\tversion = {protocol}\n");
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), $"{server.Url}/repository.git"));
    }

    [Fact]
    public async Task Works_with_a_repository_that_another_user_owns()
    {
        if (Environment.UserName != "root")
            Assert.Skip("Only root can give a folder away.");
        await SetOwnerAsync("1001:1001");
        var outcome = await BumpAsync(Place.Context(), Remote.FullPath);
        await SetOwnerAsync("0:0");
        await ShouldBeBumpedAsync(outcome);
    }

    private async Task SetOwnerAsync(string owner)
    {
        using var process = System.Diagnostics.Process.Start("chown", ["-R", owner, Remote.FullPath]);
        await process.WaitForExitAsync(Token);
        process.ExitCode.ShouldBe(0);
    }
}
