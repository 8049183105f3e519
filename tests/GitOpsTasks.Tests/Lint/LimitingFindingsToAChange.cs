using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint;

public sealed class LimitingFindingsToAChange : LintedWithInputs
{
    private const string Wrong = "a: 1\na: 2\n";

    [Fact]
    public async Task Fails_for_files_changed_since_the_branch_left_and_notes_the_others()
    {
        foreach (var name in (string[])["old", "edited", "staged"])
            Place.Write(name + ".yaml", name == "old" ? Wrong : "a: 1\n");
        await Place.CommitAllAsync();
        await Place.GitAsync("checkout", "--quiet", "-b", "feature");
        Place.Write("committed é\n.yaml", Wrong);
        await Place.GitAsync("add", "--all");
        await Place.GitAsync("commit", "--quiet", "-m", "change");
        await Place.GitAsync("checkout", "--quiet", "main");
        Place.Write("theirs.yaml", Wrong);
        await Place.GitAsync("add", "--all");
        await Place.GitAsync("commit", "--quiet", "-m", "theirs");
        await Place.GitAsync("checkout", "--quiet", "feature");
        Place.Write("edited.yaml", Wrong);
        Place.Write("staged.yaml", Wrong);
        await Place.GitAsync("add", "staged.yaml");
        Place.Write("untracked.yaml", Wrong);
        var outcome = await RunAsync(("only", "yaml"), ("changed-since", "main"));
        outcome.Diagnostics.Select(finding => $"{finding.Place!.File} {finding.Severity}").ShouldBe(
            ["committed é\n.yaml Error", "edited.yaml Error", "old.yaml Note", "staged.yaml Error", "untracked.yaml Error"]);
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
    }

    [Fact]
    public async Task Does_not_fail_where_nothing_of_it_changed()
    {
        Place.Write("old.yaml", Wrong);
        await Place.CommitAllAsync();
        var outcome = await RunAsync(("only", "yaml"), ("changed-since", "HEAD"), ("strict", "true"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Note);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("--output=canary")]
    [InlineData("main..HEAD")]
    [InlineData("^main")]
    [InlineData("a\nb")]
    public async Task Refuses_what_is_no_revision(string revision)
    {
        Place.Write("a.yaml", "a: 1\n");
        await Place.CommitAllAsync();
        var outcome = await RunAsync(("changed-since", revision));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("GOT2164");
        Directory.GetFiles(Place.Folder).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_a_revision_without_history_in_common()
    {
        Place.Write("a.yaml", "a: 1\n");
        await Place.CommitAllAsync();
        await Place.GitAsync("checkout", "--quiet", "--orphan", "other");
        await Place.GitAsync("commit", "--quiet", "-m", "other");
        (await RunAsync(("changed-since", "main"))).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("'main' and HEAD have no history in common in this checkout.");
    }

    [Fact]
    public async Task Needs_a_repository()
    {
        Place.Write("a.yaml", "a: 1\n");
        var outcome = await RunAsync(("changed-since", "main"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("GOT2165");
    }

    [Fact]
    public async Task Runs_no_program_that_the_repository_names()
    {
        Place.Write("a.yaml", "a: 1\n");
        await Place.CommitAllAsync();
        Place.WriteScript("canary.sh", $"touch '{Place.Canary}'; cat");
        foreach (var key in (string[])["filter.x.clean", "core.fsmonitor", "diff.external"])
            await Place.GitAsync("config", key, Place.PathOf("canary.sh"));
        Place.Write(".gitattributes", "*.yaml filter=x\n");
        Place.Write("a.yaml", "a: 2\n");
        (await RunAsync(("changed-since", "HEAD"))).ExitCode.ShouldBe(ExitCode.Done);
        File.Exists(Place.Canary).ShouldBeFalse();
    }
}
