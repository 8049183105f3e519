using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

public sealed class FailingToReachARepository : ConfigurationRepository
{
    [Fact]
    public async Task Trusts_no_authority_that_the_user_does_not()
    {
        using var certificate = new LoopbackCertificate();
        await using var server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!, Secret, certificate);
        var outcome = await BumpAsync(Place.Context(("GITOPS_TOKEN", Secret)), $"{server.Url}/repository.git");
        ShouldFail(outcome, ExitCode.External, GitCodes.GitFailed);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Refuses_a_rewriting_to_a_program()
    {
        WriteUserConfiguration($"[url \"ext::touch {Place.Canary}\"]\n\tinsteadOf = https://git.example.com/x\n[protocol \"ext\"]\n\tallow = always\n");
        ShouldFail(await BumpAsync(Place.Context(), "https://git.example.com/x"), ExitCode.Usage, GitCodes.RemoteInvalid);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Ends_at_once_where_the_token_is_not_accepted(string? token)
    {
        await using var server = Serve();
        var processes = new RecordedProcesses();
        var context = Place.Context(("GITOPS_TOKEN", token)) with { RunProcess = processes.RunAsync };
        var outcome = await BumpAsync(context, $"{server.Url}/repository.git");
        ShouldFail(outcome, ExitCode.Refused, GitCodes.AuthenticationFailed);
        processes.Count("fetch").ShouldBe(1);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Ends_at_once_where_the_ssh_key_is_not_accepted()
    {
        await using var server = await SshServer.StartAsync();
        var outcome = await BumpAsync(
            Place.Context(("GIT_SSH_COMMAND", server.GitSshCommandOfAStranger)), server.UrlOf(Remote.FullPath));
        ShouldFail(outcome, ExitCode.Refused, GitCodes.AuthenticationFailed);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("missing.git")]
    [InlineData("missing/with a space")]
    public async Task Says_that_there_is_no_repository(string name)
    {
        await using var server = Serve(token: null);
        ShouldFail(await BumpAsync(Place.Context(), Path.Combine(Place.Folder, name)), ExitCode.Usage, GitCodes.RepositoryNotFound);
        ShouldFail(await BumpAsync(Place.Context(), $"{server.Url}/{name.Replace(" ", "%20", StringComparison.Ordinal)}"), ExitCode.Usage, GitCodes.RepositoryNotFound);
    }

    [Fact]
    public async Task Says_that_a_folder_is_no_repository() =>
        ShouldFail(await BumpAsync(Place.Context(), Place.Folder), ExitCode.Usage, GitCodes.RepositoryNotFound);

    [Fact]
    public async Task Says_that_a_server_cannot_be_reached()
    {
        var server = Serve();
        await server.DisposeAsync();
        var time = new Forges.InstantTime();
        ShouldFail(await BumpAsync(Place.Context() with { Time = time }, $"{server.Url}/repository.git"), ExitCode.External, GitCodes.GitFailed);
        time.Waits.Count.ShouldBe(5, "a server that restarts is back soon");
    }

    [Fact]
    public async Task Says_that_there_is_no_branch()
    {
        ShouldFail(await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("branch", "release")), ExitCode.Usage, GitCodes.BranchNotFound);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Says_that_an_empty_repository_has_no_branch()
    {
        using var empty = await BareRepository.CreateAsync();
        ShouldFail(await BumpAsync(Place.Context(), empty.FullPath), ExitCode.Usage, GitCodes.BranchNotFound);
    }

    [Fact]
    public async Task Needs_git()
    {
        var outcome = await BumpAsync(Place.Context(("PATH", Place.Home)), Remote.FullPath);
        ShouldFail(outcome, ExitCode.Usage, UsageCodes.ProgramNotFound);
    }
}
