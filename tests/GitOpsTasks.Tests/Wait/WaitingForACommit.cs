using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Evidence;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Forges;
using GitOpsTasks.Wait;

namespace GitOpsTasks.Tests.Wait;

public sealed class WaitingForACommit : GitHubSituation
{
    private string _commit = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _commit = (await Repository.Git.TipAsync("main"))!;
    }

    private void Say(string name, string state, bool isRun = false) => Repository.Checks.Add(new GitHubFakeCheck(_commit, name, state, isRun));

    private async Task<TaskOutcome> RunAsync(params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("commit", _commit).Add("repository", Repository.Url + ".git");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        var context = TestEngine.Context(Time, ("GITOPS_TOKEN", GitHub.Token), ("GITHUB_SERVER_URL", GitHub.Url), ("GITHUB_API_URL", GitHub.ApiUrl));
        return await WaitTask.Declaration.RunAsync(inputs, context, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Outputs(TaskOutcome outcome) => outcome.Outputs.Select(output => $"{output.Key.Name}: {output.Value}");

    [Fact]
    public async Task Ends_at_once_where_all_is_successful()
    {
        Say("ci/build", "failure");
        Say("ci/build", "success");
        Say("e2e", "skipped", isRun: true);
        Say("other", "failure");
        var outcome = await RunAsync(("context", "ci/build"), ("context", "e2e"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        Outputs(outcome).ShouldBe(["state: succeeded", "states: ci/build=succeeded\ne2e=succeeded"]);
        Time.Waits.ShouldBeEmpty();
        GitHub.Mutations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_until_it_is()
    {
        var asked = 0;
        GitHub.Meanwhile("GET", "/status$", () => Task.Run(() => Say("flux/web/1", ++asked < 4 ? "pending" : "success")), times: 9);
        (await RunAsync(("context", "flux/*"))).ExitCode.ShouldBe(ExitCode.Done);
        Time.Waits.Select(wait => wait.TotalSeconds).ShouldBe([5, 7.5, 11.25]);
    }

    [Fact]
    public async Task Ends_where_one_failed_and_says_where_to_read_more()
    {
        Say("ci/build", "error");
        var outcome = await RunAsync(("context", "ci/build"), ("context", "e2e"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(WaitCodes.CheckFailed);
        outcome.Diagnostics[0].Advice!.ShouldContain("https://ci.example.com/1");
        ((WaitResult)outcome.UntypedResult!).State.ShouldBe(CheckState.Failed);
        Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_a_failure_out_where_that_is_wanted()
    {
        Say("flux/web/1", "failure");
        GitHub.Meanwhile("GET", "/check-runs$", () => Task.Run(() => Say("flux/web/1", "success")));
        (await RunAsync(("context", "flux/web/1"), ("keep-waiting", "true"))).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Waits_no_longer_than_it_is_told()
    {
        var outcome = await RunAsync(("context", "never"), ("timeout", "5m"));
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Findings, WaitCodes.TimedOut));
        Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBe(TimeSpan.FromMinutes(5));
        Outputs(outcome).ShouldContain("state: pending");
    }

    [Fact]
    public async Task Reads_all_pages()
    {
        for (var i = 0; i < 250; i++)
            Say($"job {i}", "success", isRun: true);
        (await RunAsync(("context", "job 249"))).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Tries_again_where_the_forge_is_down()
    {
        Say("ci", "success");
        GitHub.Fail("GET", "/status$", 502, times: 2);
        (await RunAsync(("context", "ci"))).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("--upload")]
    public async Task Wants_the_id_of_a_commit(string commit)
    {
        _commit = commit;
        (await RunAsync(("context", "ci"))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.InputInvalid);
    }

    [Fact]
    public async Task Wants_a_context() => (await RunAsync()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.InputMissing);

    [Fact]
    public async Task Fails_where_there_is_no_such_commit()
    {
        _commit = new string('a', 40);
        (await RunAsync(("context", "ci"))).ExitCode.ShouldBe(ExitCode.Refused);
    }

    [Fact]
    public async Task Needs_a_forge()
    {
        var outcome = await RunAsync(("context", "ci"), ("repository", Repository.Git.FullPath));
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, ForgeCodes.NoEvidence));
    }
}
