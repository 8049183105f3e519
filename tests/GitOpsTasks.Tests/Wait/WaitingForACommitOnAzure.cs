using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Promote;
using GitOpsTasks.Wait;

namespace GitOpsTasks.Tests.Wait;

public sealed class WaitingForACommitOnAzure : IAsyncLifetime
{
    private readonly Workplace _place = new();
    private readonly AzureWorld _world = new();
    private string _commit = "";

    public async ValueTask InitializeAsync()
    {
        await _world.StartAsync();
        _commit = await _world.Repository.Git.CommitAsync("main", "web.yaml", "tag: 1\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _place.Dispose();
    }

    private void Say(string name, string state, string? genre = null) => _world.Repository.Statuses.Add(new AzureFakeStatus(_commit, genre, name, state));

    private Task<TaskOutcome> RunAsync(string context, string commit) => WaitTask.Declaration.RunAsync(
        new InputValues().Add("commit", commit).Add("repository", _world.Repository.Url).Add("context", context), _world.Context(_place), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Asks_until_all_are_successful()
    {
        var asked = 0;
        _world.Azure.Meanwhile("GET", "/statuses$", () => Task.Run(() => Say("kustomization/web/1", ++asked < 3 ? "pending" : "succeeded", "fluxcd")), times: 9);
        var outcome = await RunAsync("fluxcd/kustomization/web/*", _commit);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        _world.Time.Waits.Select(wait => wait.TotalSeconds).ShouldBe([5, 7.5]);
        _world.Azure.Mutations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_all_pages_and_goes_by_the_last_of_each_name()
    {
        for (var i = 0; i < 1500; i++)
            Say($"job {i}", "succeeded");
        Say("job 1", "failed");
        (await RunAsync("job 1499", _commit)).ExitCode.ShouldBe(ExitCode.Done);
        var outcome = await RunAsync("job 1", _commit);
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Findings, WaitCodes.CheckFailed));
        outcome.Diagnostics[0].Advice!.ShouldContain("https://ci.example.com/1");
    }

    [Fact]
    public async Task Fails_where_there_is_no_such_commit() => (await RunAsync("ci", new string('a', 40))).ExitCode.ShouldBe(ExitCode.Refused);

    [Fact]
    public async Task Tries_again_where_the_forge_is_down()
    {
        Say("ci", "succeeded");
        _world.Azure.Fail("GET", "/statuses$", 503, times: 2);
        (await RunAsync("ci", _commit)).ExitCode.ShouldBe(ExitCode.Done);
    }
}
