using System.Text;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

/// <summary><c>bump --push</c> without <c>--repository</c>, in a checkout as actions/checkout leaves it.</summary>
public sealed class PushingToTheOriginOfACheckout : ConfigurationRepository
{
    private GitHttpServer _server = null!;

    private string Header => "AUTHORIZATION: basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + Secret));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = Serve();
        await new HermeticGit(Place.Folder).RunAsync(Place.Folder, ["clone", "--quiet", "file://" + Remote.FullPath, "."]);
        await Place.GitAsync("remote", "set-url", "origin", $"{_server.Url}/repository.git");
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Takes_the_header_that_the_checkout_has()
    {
        await Place.GitAsync("config", $"http.{_server.Url}/.extraheader", Header);
        await ShouldBeBumpedAsync(await BumpHereAsync());
        Place.Read(File).ShouldBe(Content);
    }

    [Fact]
    public async Task Takes_the_header_from_the_file_that_the_checkout_includes()
    {
        var file = Path.Combine(Place.Home, "git-credentials-0b12-aa.config");
        System.IO.File.WriteAllText(file, $"[http \"{_server.Url}/\"]\n\textraheader = {Header}\n");
        await Place.GitAsync("config", "includeIf.gitdir:/github/workspace/.git.path", "/github/runner_temp/git-credentials-0b12-aa.config");
        await Place.GitAsync("config", $"includeIf.gitdir:{Place.Folder}/.git.path", file);
        await ShouldBeBumpedAsync(await BumpHereAsync(("RUNNER_TEMP", Place.Home)));
    }

    [Fact]
    public async Task Includes_no_other_file()
    {
        var file = Path.Combine(Place.Home, "other.config");
        System.IO.File.WriteAllText(file, $"[http \"{_server.Url}/\"]\n\textraheader = {Header}\n");
        await Place.GitAsync("config", $"includeIf.gitdir:{Place.Folder}/.git.path", file);
        await Place.GitAsync("config", "include.path", file);
        ShouldFail(await BumpHereAsync(("RUNNER_TEMP", Place.Home)), ExitCode.Refused, GitCodes.AuthenticationFailed);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData("X-Evil: 1")]
    [InlineData("AUTHORIZATION: basic a\" b")]
    public async Task Takes_no_other_header(string header)
    {
        await Place.GitAsync("config", $"http.{_server.Url}/.extraheader", header);
        ShouldFail(await BumpHereAsync(), ExitCode.Refused, GitCodes.AuthenticationFailed);
    }

    [Fact]
    public async Task Gives_the_header_to_no_other_origin()
    {
        await Place.GitAsync("config", "http.http://127.0.0.1:1/.extraheader", Header);
        ShouldFail(await BumpHereAsync(), ExitCode.Refused, GitCodes.AuthenticationFailed);
    }

    [Fact]
    public async Task Runs_nothing_that_the_checkout_configures()
    {
        var program = Place.PathOf(".git/run");
        Place.WriteScript(".git/run", $"touch '{Place.Canary}'; exit 1");
        foreach (var hook in (string[])["pre-push", "reference-transaction", "post-index-change", "fsmonitor-watchman"])
            Place.WriteScript($".git/hooks/{hook}", $"touch '{Place.Canary}'; exit 1");
        System.IO.File.AppendAllText(Place.PathOf(".git/config"), $"""

            [core]
            	fsmonitor = {program}
            	sshCommand = {program}
            	alternateRefsCommand = {program}
            	gitProxy = {program}
            	hooksPath = {Place.PathOf(".git/hooks")}
            [credential]
            	helper = {program}
            [http]
            	proxy = http://127.0.0.1:1
            	sslVerify = false
            [filter "x"]
            	smudge = {program}
            	clean = {program}
            [remote "origin"]
            	uploadpack = {program}
            	receivepack = {program}
            	proxy = http://127.0.0.1:1
            [extensions]
            	partialClone = origin
            [url "ext::{program} "]
            	insteadOf = {_server.Url}/
            [protocol "ext"]
            	allow = always

            """);
        Place.Write(".gitattributes", "* filter=x diff=x\n");
        await ShouldBeBumpedAsync(await BumpHereAsync(("GITOPS_TOKEN", Secret)));
        System.IO.File.Exists(Place.Canary).ShouldBeFalse();
        Place.Read(File).ShouldBe(Content);
    }

    [Fact]
    public async Task Asks_for_a_branch_where_none_is_checked_out()
    {
        await Place.GitAsync("checkout", "--quiet", "--detach");
        ShouldFail(await BumpHereAsync(("GITOPS_TOKEN", Secret)), ExitCode.Usage, GitCodes.OriginUnknown);
        await ShouldBeBumpedAsync(await RunAsync(Place.Context(("GITOPS_TOKEN", Secret)), ("branch", "main")));
    }

    [Fact]
    public async Task Asks_for_a_repository_where_there_is_no_origin()
    {
        await Place.GitAsync("remote", "remove", "origin");
        ShouldFail(await BumpHereAsync(), ExitCode.Usage, GitCodes.OriginUnknown);
        Directory.Delete(Place.PathOf(".git"), recursive: true);
        ShouldFail(await BumpHereAsync(), ExitCode.Usage, GitCodes.OriginUnknown);
    }

    [Fact]
    public async Task Looks_where_the_path_leads_from_here()
    {
        var context = Place.Context(("GITOPS_TOKEN", Secret)) with { Directory = Place.PathOf("apps") };
        await ShouldBeBumpedAsync(await RunAsync(context, ("path", "web")));
    }

    private Task<TaskOutcome> BumpHereAsync(params (string Name, string? Value)[] variables) => RunAsync(Place.Context(variables));

    private static Task<TaskOutcome> RunAsync(EngineContext context, params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("push", "true");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return BumpTask.Declaration.RunAsync(inputs, context, Token);
    }
}
