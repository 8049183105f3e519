using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Git;

public sealed class KeepingAPullRequestBranch : ConfigurationRepository
{
    private const string Branch = "bump/web";

    private Task<CommitOutcome> TakeAsync(string image) =>
        CommitAsync(Place.Context(), Remote.FullPath, Request(image, Branch) with { Base = "main" });

    [Fact]
    public async Task Makes_it_from_the_base()
    {
        var outcome = await TakeAsync("web:1.5.0");
        (await Remote.TipAsync(Branch)).ShouldBe(outcome.Commit);
        (await Remote.LogAsync(Branch)).Count.ShouldBe(2);
        (await Remote.ResolveAsync($"{Branch}^")).ShouldBe(await Remote.TipAsync("main"));
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
        (await Remote.ReadAsync("main", File)).ShouldBe(Content);
    }

    [Fact]
    public async Task Adds_nothing_where_it_holds_the_change()
    {
        var first = await TakeAsync("web:1.5.0");
        var again = await TakeAsync("web:1.5.0");
        (again.Commit, again.AlreadyOnBranch, again.Changes.IsEmpty).ShouldBe((null, true, false));
        (await Remote.TipAsync(Branch)).ShouldBe(first.Commit);
    }

    [Fact]
    public async Task Adds_nothing_where_only_the_base_moved_on()
    {
        var first = await TakeAsync("web:1.5.0");
        await Remote.CommitAsync("main", "other.yaml", "a: b\n");
        (await TakeAsync("web:1.5.0")).AlreadyOnBranch.ShouldBeTrue();
        (await Remote.TipAsync(Branch)).ShouldBe(first.Commit);
    }

    [Fact]
    public async Task Goes_forward_to_a_newer_version()
    {
        var first = await TakeAsync("web:1.5.0");
        var second = await TakeAsync("web:1.6.0");
        (await Remote.ResolveAsync($"{Branch}^1")).ShouldBe(first.Commit);
        (await Remote.TipAsync(Branch)).ShouldBe(second.Commit);
        (await Remote.ReadAsync(Branch, File)).ShouldBe(Content.Replace("1.4.0", "1.6.0", StringComparison.Ordinal));
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Takes_in_a_base_that_changed_the_same_file()
    {
        var first = await TakeAsync("web:1.5.0");
        var moved = Content.Replace("2.0.0", "2.1.0", StringComparison.Ordinal);
        var @base = await Remote.CommitAsync("main", File, moved);
        await TakeAsync("web:1.5.0");
        (await Remote.ReadAsync(Branch, File)).ShouldBe(moved.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
        (await Remote.GitAsync("rev-list", "--parents", "-1", Branch)).Split(' ')[1..].ShouldBe([first.Commit!, @base]);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Keeps_a_persons_commit_in_its_history()
    {
        await TakeAsync("web:1.5.0");
        var theirs = await Remote.CommitAsync(Branch, "notes.md", "please wait\n", "by a person");
        await TakeAsync("web:1.6.0");
        (await Remote.LogAsync(Branch)).ShouldContain(theirs);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
    }

    [Fact]
    public async Task Goes_on_after_the_branch_was_merged()
    {
        await TakeAsync("web:1.5.0");
        await Remote.GitAsync("update-ref", "refs/heads/main", Branch);
        var merged = await Remote.TipAsync("main");
        (await TakeAsync("web:1.5.0")).Changes.IsEmpty.ShouldBeTrue();
        await TakeAsync("web:1.6.0");
        (await Remote.ResolveAsync($"{Branch}^")).ShouldBe(merged);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
    }

    [Fact]
    public async Task Makes_it_again_where_it_was_deleted()
    {
        await TakeAsync("web:1.5.0");
        await Remote.GitAsync("update-ref", "-d", $"refs/heads/{Branch}");
        await TakeAsync("web:1.5.0");
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{File}"]);
    }
}
