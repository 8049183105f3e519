using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;

namespace GitOpsTasks.Tests.Git;

/// <summary>Servers and connections that fail: what is reported is what the server has, and a second run adds what is missing.</summary>
public sealed class SurvivingFaults : FaultyServer
{
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
}
