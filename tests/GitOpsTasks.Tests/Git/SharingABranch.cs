using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Git;

public sealed class SharingABranch : ConfigurationRepository
{
    [Fact]
    public async Task Lands_every_writers_change_once()
    {
        var count = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 24 : 8;
        var names = Enumerable.Range(0, count).Select(number => $"app{number}x").ToList();
        await Remote.CommitAsync("main", File, "images:\n" + string.Concat(names.Select(name => $"- name: {name}\n  newTag: v1\n")));
        await using var server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!);
        var start = (await Remote.TipAsync("main"))!;

        var outcomes = await Task.WhenAll(names.Select(name =>
            CommitAsync(Place.Context(), $"{server.Url}/repository.git", Request($"{name}:v2-{name}"))));

        (await Remote.ReadAsync("main", File)).ShouldBe("images:\n" + string.Concat(names.Select(name => $"- name: {name}\n  newTag: v2-{name}\n")));
        var commits = (await Remote.GitAsync("rev-list", "--parents", $"{start}..main")).Split('\n').Select(line => line.Split(' ')).ToList();
        commits.Count.ShouldBe(count);
        commits.ShouldAllBe(commit => commit.Length == 2);
        commits.Select(commit => commit[0]).ShouldBe(outcomes.Select(outcome => outcome.Commit!), ignoreOrder: true);
        foreach (var commit in commits)
            (await Remote.NumstatAsync(commit[1], commit[0])).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Refuses_an_edit_that_became_impossible_meanwhile()
    {
        var request = Request("web:1.5.0");
        var runs = 0;
        var context = Place.Context();
        var meanwhile = request with
        {
            Edit = async (tree, plan, token) =>
            {
                runs++;
                var changes = await request.Edit(tree, plan, token);
                if (runs == 1)
                    await Remote.CommitAsync("main", File, "images:\n- name: api\n  newTag: 2.0.0\n", "drop web");
                return changes;
            },
        };
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(context, Remote.FullPath, meanwhile));
        failure.ExitCode.ShouldBe(ExitCode.Findings);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BumpCodes.NoMatch);
        runs.ShouldBe(2);
        (await Remote.SubjectsAsync("main")).ShouldBe(["drop web", "change"]);
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_retry_a_push_that_a_hook_refuses()
    {
        await HookAsync("pre-receive", "echo 'only the release team' >&2; exit 1");
        var processes = new RecordedProcesses();
        var outcome = await BumpAsync(Place.Context() with { RunProcess = processes.RunAsync }, Remote.FullPath);
        ShouldFail(outcome, ExitCode.Refused, GitCodes.PushRefused);
        outcome.Diagnostics[0].Message.ShouldContain("hook declined");
        processes.Count("push").ShouldBe(1);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Does_not_retry_a_branch_whose_name_is_taken_by_a_folder()
    {
        var processes = new RecordedProcesses();
        var outcome = await BumpAsync(
            Place.Context() with { RunProcess = processes.RunAsync }, Remote.FullPath, "web:1.5.0", ("push-branch", "main/web"));
        ShouldFail(outcome, ExitCode.Refused, GitCodes.PushRefused);
        processes.Count("push").ShouldBe(1);
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Counts_a_push_whose_reply_was_lost()
    {
        var processes = new RecordedProcesses
        {
            Ending = (command, result) => command.Arguments.Contains("push")
                ? new ProcessResult(1, default, "fatal: the remote end hung up unexpectedly")
                : result,
        };
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context() with { RunProcess = processes.RunAsync }, Remote.FullPath));
        processes.Count("push").ShouldBe(1);
    }

    [Fact]
    public async Task Adds_nothing_where_another_went_on_from_a_push_whose_reply_was_lost()
    {
        string? pushed = null;
        var processes = new RecordedProcesses
        {
            Ending = (command, result) =>
            {
                if (!command.Arguments.Contains("push"))
                    return result;
                pushed = Remote.TipAsync("main").GetAwaiter().GetResult();
                Remote.CommitAsync("main", "other.yaml", "a: b\n", "other").GetAwaiter().GetResult();
                return new ProcessResult(1, default, "fatal: the remote end hung up unexpectedly");
            },
        };
        var outcome = await BumpAsync(Place.Context() with { RunProcess = processes.RunAsync }, Remote.FullPath);
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        (await Remote.SubjectsAsync("main")).ShouldBe(["other", "Bump web to 1.5.0", "change"]);
        var result = (BumpResult)outcome.UntypedResult!;
        (result.Commit, result.Changed, result.Edits.Count).ShouldBe((pushed, true, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Tries_a_moving_branch_a_bounded_number_of_times(int retries)
    {
        var time = new Forges.InstantTime();
        var moves = await MoveAlwaysAsync(new RetryLimits(retries, TimeSpan.FromHours(1)), time);
        moves.ShouldBe(retries + 1);
        time.Waits.Count.ShouldBe(retries);
        time.Waits.Distinct().Count().ShouldBeGreaterThanOrEqualTo(retries / 2);
    }

    [Fact]
    public async Task Tries_a_moving_branch_for_a_bounded_time()
    {
        var time = new Forges.InstantTime();
        var moves = await MoveAlwaysAsync(new RetryLimits(1000, TimeSpan.FromSeconds(5)), time);
        moves.ShouldBeLessThan(100);
        time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBe(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
    }

    private async Task<int> MoveAlwaysAsync(RetryLimits limits, TimeProvider time)
    {
        var request = Request("web:1.5.0");
        var moves = 0;
        var moving = request with
        {
            Retry = limits,
            Edit = async (tree, plan, token) =>
            {
                await Remote.CommitAsync("main", "other.yaml", $"a: {++moves}\n");
                return await request.Edit(tree, plan, token);
            },
        };
        var failure = await Should.ThrowAsync<TaskFailedException>(CommitAsync(Place.Context() with { Time = time }, Remote.FullPath, moving));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.External, TreeCodes.BranchKeptMoving));
        return moves;
    }

    [Fact]
    public async Task Writes_nothing_where_the_image_is_there_already()
    {
        await ShouldBeBumpedAsync(await BumpAsync(Place.Context(), Remote.FullPath));
        var again = await BumpAsync(Place.Context(), Remote.FullPath);
        await ShouldBeBumpedAsync(again);
        ((BumpResult)again.UntypedResult!).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Writes_nothing_in_a_dry_run()
    {
        var dry = await BumpAsync(Place.Context(), Remote.FullPath, "web:1.5.0", ("dry-run", "true"), ("diff", "true"));
        var result = (BumpResult)dry.UntypedResult!;
        (result.Changed, result.Commit).ShouldBe((true, null));
        result.Diff!.ShouldContain("+  newTag: 1.5.0");
        await ShouldBeAsItWasAsync();
    }

    [Fact]
    public async Task Starts_a_branch_in_an_empty_repository_where_that_is_asked()
    {
        using var empty = await BareRepository.CreateAsync();
        var request = new CommitRequest(
            "main",
            (_, _, _) => ValueTask.FromResult(new ChangeSet { Files = [new FileChange(TreePath.Parse("a b/ü\".yaml"), "a: b\n"u8.ToArray())] }),
            new Plan { MadeAt = DateTimeOffset.UnixEpoch },
            _ => "first\n") { CreatesBranch = true };
        (await CommitAsync(Place.Context(), empty.FullPath, request)).Commit.ShouldNotBeNull();
        (await empty.ReadAsync("main", "a b/ü\".yaml")).ShouldBe("a: b\n");
        (await CommitAsync(Place.Context(), empty.FullPath, request)).Commit.ShouldBeNull();
        (await empty.LogAsync("main")).Count.ShouldBe(1);
    }
}
