using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Git;

/// <summary>Servers that answer, but not with what was asked for.</summary>
public sealed class OutlastingAServer : FaultyServer
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Tries_again_what_a_server_cannot_answer_now(int status)
    {
        var left = 2;
        _proxy.Choose = _ => Interlocked.Decrement(ref left) >= 0 ? Fault.Answer(status) : Fault.None;
        await ShouldLandOnceAsync("web:3.0.0", $"{status} when it fetches");
        _proxy.BreakOnePush(Fault.Answer(status));
        await ShouldLandOnceAsync("web:3.0.1", $"{status} when it pushes");
    }

    [Fact]
    public async Task Tries_a_server_that_never_answers_well_a_bounded_number_of_times()
    {
        var requests = 0;
        _proxy.Choose = line => FaultProxy.IsPush(line) && Interlocked.Increment(ref requests) > 0 ? Fault.Answer(503) : Fault.None;
        ShouldFail(await BumpAsync(Instantly(), Url), ExitCode.External, GitCodes.GitFailed);
        requests.ShouldBe(6);
        await ShouldBeAsItWasAsync();
    }

    [Theory]
    [InlineData(403, ExitCode.Refused, GitCodes.AuthenticationFailed)]
    [InlineData(404, ExitCode.Usage, GitCodes.RepositoryNotFound)]
    [InlineData(400, ExitCode.External, GitCodes.GitFailed)]
    public async Task Takes_a_refusal_for_an_answer(int status, ExitCode exitCode, string code)
    {
        var requests = 0;
        _proxy.Choose = line => FaultProxy.IsPush(line) && Interlocked.Increment(ref requests) > 0 ? Fault.Answer(status) : Fault.None;
        var time = new InstantTime();
        ShouldFail(await BumpAsync(Place.Context() with { Time = time }, Url), exitCode, code);
        (requests, time.Waits.Count).ShouldBe((1, 0));
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Outlasts_a_restart_of_the_server()
    {
        var port = ServerProcess.FreePort();
        var server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!, port: port);
        var request = Request("web:1.5.0");
        Task<GitHttpServer>? restart = null;
        var interrupted = request with
        {
            Edit = async (tree, plan, token) =>
            {
                var changes = await request.Edit(tree, plan, token);
                await server.DisposeAsync();
                restart ??= RestartAsync();
                return changes;
            },
        };
        var outcome = await CommitAsync(Place.Context(), $"{server.Url}/repository.git", interrupted);
        await using var second = await restart!;
        (await Remote.TipAsync("main")).ShouldBe(outcome.Commit);
        (await Remote.LogAsync("main")).Count.ShouldBe(2);

        async Task<GitHttpServer> RestartAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(800), Token);
            return new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!, port: port);
        }
    }
}
