using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Commits of people on a promotion's branch.</summary>
public class SharingABranchWithPeople : GitHubPromotion
{
    [Theory]
    [InlineData("notes.md", "wait\n")]
    [InlineData(Staging, "# web\nresources: [../../base]\nimages:\n- name: web # c\n  newTag: 1.5.0\nnamePrefix: x-\n")]
    public async Task Leaves_what_a_person_added_to_the_branch(string path, string content)
    {
        await PromoteWebAsync();
        var theirs = await Remote.CommitAsync(Branch, path, content, "by a person\n\n::error::x");
        var sent = GitHub.Mutations.Count;
        var outcome = await TryPromoteAsync(("app", "web"));
        var again = ((PromoteResult)outcome.UntypedResult!).Promotions[0];
        again.State.ShouldBe(PromotionState.Unchanged);
        again.CommitsOfOthers.ShouldBe([theirs]);
        GitHub.Mutations.Count.ShouldBe(sent);
        (await Remote.TipAsync(Branch)).ShouldBe(theirs);
        var note = outcome.Diagnostics.Single(found => found.Code == PromoteCodes.CommitsOfOthers);
        note.Message.ShouldContain($"{theirs[..10]} by Test Committer: by a person ({path})");
    }

    [Fact]
    public async Task Makes_the_files_anew_for_a_newer_version_and_tells_whose_changes_are_not_in_them()
    {
        await PromoteWebAsync();
        var theirs = await Remote.CommitAsync(Branch, "notes.md", "wait\n", "by @someone <b>");
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Updated);
        (await Remote.LogAsync(Branch)).ShouldContain(theirs);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
        var comment = Pull.Comments.ShouldHaveSingleItem();
        comment.ShouldContain(theirs[..10]);
        comment.Split('`')[1].ShouldContain("@someone <b>");
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Makes_the_version_right_that_a_person_changed_on_the_branch()
    {
        await PromoteWebAsync();
        await Remote.CommitAsync(Branch, Staging, Overlay("web", "1.4.7"));
        await PromoteWebAsync();
        (await Remote.ReadAsync(Branch, Staging)).ShouldBe(Overlay("web", "1.5.0"));
    }

    [Fact]
    public async Task Keeps_the_branch_of_a_closed_one_that_has_a_persons_commits()
    {
        await PromoteWebAsync();
        var theirs = await Remote.CommitAsync(Branch, "notes.md", "wait\n");
        await SetAsync("staging", "1.5.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Closed);
        (await Remote.TipAsync(Branch)).ShouldBe(theirs);
        Pull.Comments.ShouldHaveSingleItem().ShouldEndWith("Its branch is kept, for others have commits on it.");
    }
}
