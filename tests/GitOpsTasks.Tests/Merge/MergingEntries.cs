namespace GitOpsTasks.Tests.Merge;

/// <summary>Entries that come, go or move on one side or both.</summary>
public sealed class MergingEntries : MergedKustomizations
{
    [Fact]
    public async Task Keeps_the_entries_that_both_sides_add_at_one_place() =>
        (await CleanAsync(Base, Base + "- name: a\n  newTag: a1\n", Base + "# the db\n- name: b\n  newTag: b1 # c\n"))
            .ShouldBe(Base + "- name: a\n  newTag: a1\n# the db\n- name: b\n  newTag: b1 # c\n");

    [Fact]
    public async Task Keeps_an_entry_that_both_sides_add_once() =>
        (await CleanAsync(Base, Base + "- name: a\n  newTag: a1\n- name: c\n  newTag: c1\n", Base + "- name: b\n  newTag: b1\n- name: c\n  newTag: c1\n"))
            .ShouldBe(Base + "- name: a\n  newTag: a1\n- name: c\n  newTag: c1\n- name: b\n  newTag: b1\n");

    [Fact]
    public async Task Marks_an_entry_that_both_sides_add_with_two_versions()
    {
        (await ConflictAsync(Base, Base + "- name: a\n  newTag: a1\n", Base + "- name: a\n  newTag: a2\n"))
            .ShouldBe(Base + "- name: a\n<<<<<<< ours\n  newTag: a1\n=======\n  newTag: a2\n>>>>>>> theirs\n");
        (await CleanAsync(Base, Base + "- name: a\n  newTag: 1.1.0\n", Base + "- name: a\n  newTag: 1.2.0\n", higher: true))
            .ShouldBe(Base + "- name: a\n  newTag: 1.2.0\n");
    }

    [Theory]
    [InlineData("resources:\n- ../base\n")]
    [InlineData("resources:\n- ../base\nimages: []\n")]
    [InlineData("resources:\n- ../base\nimages:\n")]
    public async Task Keeps_the_lists_that_both_sides_begin(string @base)
    {
        var begun = With(@base, ("images: []\n", ""), ("images:\n", "")) + "images:\n";
        (await CleanAsync(@base, begun + "- name: web\n  newTag: 1.0.0\n", begun + "- name: api\n  newTag: 2.0.0\n"))
            .ShouldBe(begun + "- name: web\n  newTag: 1.0.0\n- name: api\n  newTag: 2.0.0\n");
    }

    [Fact]
    public async Task Marks_an_entry_that_one_side_removes_and_the_other_bumps()
    {
        var removed = With(Base, ("- name: api\n  newTag: 2.0.0\n", ""));
        (await ConflictAsync(Base, removed, With(Base, ("2.0.0", "2.1.0")))).ShouldContain("newTag: 2.1.0\n>>>>>>> theirs\n");
        (await ConflictAsync(Base, With(Base, ("2.0.0", "2.1.0")), removed)).ShouldContain("<<<<<<< ours\n");
    }

    [Fact]
    public async Task Removes_an_entry_beside_a_bump() =>
        (await CleanAsync(Base, With(Base, ("- name: api\n  newTag: 2.0.0\n", "")), With(Base, ("1.0.0", "1.1.0"))))
            .ShouldBe(With(Base, ("- name: api\n  newTag: 2.0.0\n", ""), ("1.0.0", "1.1.0")));

    [Fact]
    public async Task Marks_a_list_that_one_side_deletes_and_the_other_bumps()
    {
        const string deleted = "# shop\nresources:\n- ../base\n";
        (await ConflictAsync(Base, deleted, With(Base, ("1.0.0", "1.1.0")))).ShouldContain("newTag: 1.1.0\n");
        (await CleanAsync(Base, deleted, With(Base, ("shop", "store")))).ShouldBe("# store\nresources:\n- ../base\n");
    }

    [Fact]
    public async Task Follows_entries_that_one_side_reorders() =>
        (await CleanAsync(
            Base, "# shop\nresources:\n- ../base\nimages:\n- name: api\n  newTag: 2.0.0\n- name: web\n  newTag: 1.0.0\n",
            With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0"))))
            .ShouldBe("# shop\nresources:\n- ../base\nimages:\n- name: api\n  newTag: 2.1.0\n- name: web\n  newTag: 1.1.0\n");
}
