using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class SharingABranchThroughTheApi : ApiSituation
{
    private const string RefPath = "/git/refs/heads/main$";

    [Fact]
    public async Task Lands_every_writers_change_once()
    {
        const int Count = 20;
        var names = Enumerable.Range(0, Count).Select(number => $"app{number}x").ToList();
        await Remote.Git.CommitAsync("main", File, "images:\n" + string.Concat(names.Select(name => $"- name: {name}\n  newTag: v1\n")));
        var start = (await Remote.Git.TipAsync("main"))!;
        var context = Context() with { Time = TimeProvider.System };

        var outcomes = await Task.WhenAll(names.Select(name => BumpAsync(context, $"{name}:v2-{name}", ("path", "apps/web"))));

        outcomes.ShouldAllBe(outcome => outcome.ExitCode == ExitCode.Done);
        (await Remote.Git.ReadAsync("main", File)).ShouldBe("images:\n" + string.Concat(names.Select(name => $"- name: {name}\n  newTag: v2-{name}\n")));
        var commits = (await Remote.Git.GitAsync("rev-list", "--parents", $"{start}..main")).Split('\n').Select(line => line.Split(' ')).ToList();
        commits.Count.ShouldBe(Count);
        commits.ShouldAllBe(commit => commit.Length == 2);
        commits.Select(commit => commit[0]).ShouldBe(outcomes.Select(outcome => ((BumpResult)outcome.UntypedResult!).Commit!), ignoreOrder: true);
        foreach (var commit in commits)
            (await Remote.Git.NumstatAsync(commit[1], commit[0])).ShouldBe([$"1\t1\t{File}"]);
        await Remote.Git.FsckAsync();
    }

    [Theory]
    [InlineData("POST", "/git/trees$")]
    [InlineData("POST", "/git/commits$")]
    [InlineData("PATCH", RefPath)]
    public async Task Runs_the_edit_again_where_another_writes_meanwhile(string method, string path)
    {
        GitHub.Meanwhile(method, path, () => Remote.Git.CommitAsync("main", File, Content.Replace("2.0.0", "2.1.0", StringComparison.Ordinal), "other"));

        var outcome = await BumpAsync();

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        ((BumpResult)outcome.UntypedResult!).Attempts.ShouldBe(2);
        (await Remote.Git.ReadAsync("main", File)).ShouldBe(
            Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal).Replace("2.0.0", "2.1.0", StringComparison.Ordinal));
        (await Remote.Git.SubjectsAsync("main")).ShouldBe(["Bump web to 1.5.0", "other", "change"]);
    }

    [Fact]
    public async Task Commits_nothing_where_another_made_the_same_change_meanwhile()
    {
        GitHub.Meanwhile("PATCH", RefPath, () => Remote.Git.CommitAsync("main", File, Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal), "other"));

        await ShouldBeBumpedAsync(await BumpAsync());

        (await Remote.Git.SubjectsAsync("main")).ShouldBe(["other", "change"]);
    }

    [Fact]
    public async Task Refuses_an_edit_that_became_impossible_meanwhile()
    {
        GitHub.Meanwhile("PATCH", RefPath, () => Remote.Git.CommitAsync("main", File, "images: []\n", "drop web"));

        await ShouldFailAsync(BumpAsync(), ExitCode.Findings, BumpCodes.NoMatch);

        (await Remote.Git.SubjectsAsync("main")).ShouldBe(["drop web", "change"]);
    }

    [Fact]
    public async Task Moves_a_branch_that_another_made_meanwhile()
    {
        GitHub.Meanwhile("POST", "/git/refs$", () => Remote.Git.CommitAsync("bumps", "README.md", "other\n", "other", "main"));

        var outcome = await BumpAsync(more: ("push-branch", "bumps"));

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.Git.LogAsync("bumps")).Count.ShouldBe(3);
        (await Remote.Git.ReadAsync("bumps", File))!.ShouldContain("1.5.0");
    }

    [Fact]
    public async Task Makes_a_branch_again_that_another_deleted_meanwhile()
    {
        await Remote.Git.GitAsync("branch", "bumps", "main");
        GitHub.Meanwhile("PATCH", "/git/refs/heads/bumps$", () => Remote.Git.GitAsync("update-ref", "-d", "refs/heads/bumps"));

        var outcome = await BumpAsync(more: ("push-branch", "bumps"));

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.Git.ReadAsync("bumps", File))!.ShouldContain("1.5.0");
    }

    [Fact]
    public async Task Tries_a_moving_branch_a_bounded_number_of_times()
    {
        var moves = 0;
        GitHub.Meanwhile("PATCH", RefPath, () => Remote.Git.CommitAsync("main", "other.yaml", $"a: {++moves}\n"), int.MaxValue);

        await ShouldFailAsync(BumpAsync(more: ("retries", "3")), ExitCode.External, TreeCodes.BranchKeptMoving);

        moves.ShouldBe(4);
        Time.Waits.Count.ShouldBe(3);
        (await Remote.Git.ReadAsync("main", File)).ShouldBe(Content);
    }

    [Fact]
    public async Task Reads_only_what_changed_when_it_runs_again()
    {
        GitHub.Meanwhile("PATCH", RefPath, () => Remote.Git.CommitAsync("main", "README.md", "other\n"));

        await BumpAsync(more: ("path", "apps/web"));

        var reads = GitHub.Requests.Where(request => !request.IsMutation).Select(request => request.Path["/repos/acme/gitops/".Length..].Split('/')[0..2]).ToList();
        // Twice the tip and the root; apps, what is below apps/web and the file once; the tip once more by nobody.
        reads.Count(path => path[0] == "branches").ShouldBe(2);
        reads.Count(path => path[1] == "trees").ShouldBe(4);
        reads.Count(path => path[1] == "blobs").ShouldBe(1);
    }

    [Fact]
    public async Task Deletes_a_branch_only_where_it_was_left()
    {
        var left = await Remote.Git.CommitAsync("bumps", "README.md", "ours\n", from: "main");
        var moved = await Remote.Git.CommitAsync("bumps", "README.md", "theirs\n");

        (await Open().DeleteBranchAsync("bumps", left, Token)).ShouldBeFalse();
        (await Remote.Git.TipAsync("bumps")).ShouldBe(moved);
        (await Open().DeleteBranchAsync("bumps", moved, Token)).ShouldBeTrue();
        (await Remote.Git.TipAsync("bumps")).ShouldBeNull();
        (await Open().DeleteBranchAsync("bumps", moved, Token)).ShouldBeTrue();
    }
}
