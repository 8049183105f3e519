using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Git;

/// <summary>Servers and connections that fail: what is reported is what the server has, and a second run adds what is missing.</summary>
public sealed class SurvivingFaults : ConfigurationRepository
{
    private static readonly bool s_isFull = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1";

    private GitHttpServer _server = null!;
    private FaultProxy _proxy = null!;

    private string Url => $"{_proxy.Url}/repository.git";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = Serve(token: null);
        _proxy = new FaultProxy(_server.Url);
    }

    public override async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Lands_once_wherever_the_push_is_cut()
    {
        var (requests, answers) = await MeasureAsync();
        var faults = Offsets(requests, 14).Select(Fault.CutRequest).Concat(Offsets(answers, 10).Select(Fault.CutAnswer)).ToList();
        for (var number = 0; number < faults.Count; number++)
        {
            _proxy.BreakOnePush(faults[number]);
            await ShouldLandOnceAsync($"web:3.0.{number}", $"{faults[number]}");
        }

        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Adds_what_is_missing_after_a_push_was_cut_for_good()
    {
        var (requests, answers) = await MeasureAsync();
        var faults = Offsets(requests, 4, s_isFull ? 10 : 0).Select(Fault.CutRequest).Concat(Offsets(answers, 4, s_isFull ? 10 : 0).Select(Fault.CutAnswer)).ToList();
        for (var number = 0; number < faults.Count; number++)
        {
            var start = await Remote.TipAsync("main");
            var isBroken = false;
            _proxy.Choose = line =>
            {
                var fault = isBroken ? Fault.CutRequest(0) : FaultProxy.IsPush(line) ? faults[number] : Fault.None;
                isBroken |= FaultProxy.IsPush(line);
                return fault;
            };
            var outcome = await BumpAsync(Instantly(), Url, $"web:4.0.{number}");

            // The last bytes of an answer are not needed to understand it.
            if (outcome.ExitCode == ExitCode.Done)
                (await Remote.TipAsync("main")).ShouldBe(((BumpResult)outcome.UntypedResult!).Commit, $"{faults[number]}");
            else
                outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBeOneOf(GitCodes.PushUnsettled, GitCodes.GitFailed);

            _proxy.Choose = _ => Fault.None;
            (await BumpAsync(Instantly(), Url, $"web:4.0.{number}")).ExitCode.ShouldBe(ExitCode.Done);
            (await Remote.LogAsync($"{start}..main")).Count.ShouldBe(1, $"{faults[number]}");
        }

        await Remote.FsckAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    public async Task Goes_on_where_the_answer_to_a_push_stops(int after)
    {
        _proxy.BreakOnePush(Fault.Silence(after));
        await ShouldLandOnceAsync("web:3.0.0", $"silent after {after}", ("GIT_HTTP_LOW_SPEED_TIME", "1"));
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_has_gone_silent()
    {
        _proxy.Choose = _ => Fault.Silence(0);
        var time = new InstantTime();
        var outcome = await BumpAsync(Place.Context(("GIT_HTTP_LOW_SPEED_TIME", "1")) with { Time = time }, Url);
        ShouldFail(outcome, ExitCode.External, GitCodes.GitFailed);
        time.Waits.Count.ShouldBe(5);
        ShouldHaveNoChildren();
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Ends_at_the_deadline_with_all_it_started()
    {
        _proxy.Choose = _ => Fault.Silence(0);
        var context = Place.Context(("GIT_HTTP_LOW_SPEED_TIME", "600"), ("GITOPS_GIT_DEADLINE", "1s"));
        ShouldFail(await BumpAsync(context, Url), ExitCode.External, UsageCodes.DeadlinePassed);
        ShouldHaveNoChildren();
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Settles_a_push_that_was_stopped_at_the_deadline()
    {
        // The answer to the push stops after the list of refs and before its report: the server has applied it.
        var (_, answers) = await MeasureAsync();
        _proxy.BreakOnePush(Fault.Silence(answers - 20));
        await ShouldLandOnceAsync("web:3.0.0", "stopped", ("GIT_HTTP_LOW_SPEED_TIME", "600"), ("GITOPS_GIT_DEADLINE", "10s"));
        ShouldHaveNoChildren();
    }

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

    private EngineContext Instantly(params (string, string?)[] variables) => Place.Context(variables) with { Time = new InstantTime() };

    private async Task<(int Requests, int Answers)> MeasureAsync()
    {
        (await BumpAsync(Instantly(), Url, "web:2.9.9")).ExitCode.ShouldBe(ExitCode.Done);
        while (_proxy.PushAnswerBytes == 0)
            await Task.Delay(20, Token);
        return (_proxy.PushRequestBytes, _proxy.PushAnswerBytes);
    }

    // Every byte in the full run, else a number of places spread evenly.
    private static IEnumerable<int> Offsets(int bytes, int count, int fullStep = 1)
    {
        var step = s_isFull ? fullStep : Math.Max(1, bytes / count);
        for (var offset = 0; offset < bytes; offset += step)
            yield return offset;
    }

    private async Task ShouldLandOnceAsync(string image, string circumstance, params (string, string?)[] variables)
    {
        var start = await Remote.TipAsync("main");
        var outcome = await BumpAsync(Instantly(variables), Url, image);
        outcome.ExitCode.ShouldBe(ExitCode.Done, $"{circumstance}: {string.Join('\n', outcome.Diagnostics)}");
        var commit = ((BumpResult)outcome.UntypedResult!).Commit.ShouldNotBeNull(circumstance);
        (await Remote.TipAsync("main")).ShouldBe(commit, circumstance);
        (await Remote.ResolveAsync("main^")).ShouldBe(start, circumstance);
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"], circumstance);
        ((BumpResult)(await BumpAsync(Instantly(), Url, image)).UntypedResult!).Changed.ShouldBeFalse(circumstance);
        (await Remote.TipAsync("main")).ShouldBe(commit, circumstance);
    }

    private void ShouldHaveNoChildren() =>
        Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(CommandLineOf)
            .ShouldNotContain(line => line.Contains(Place.Scratch, StringComparison.Ordinal));

    private static string CommandLineOf(string folder)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(folder, "cmdline")) + System.IO.File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
