namespace GitOpsTasks.Tests.Merge;

public sealed class MergingKustomizations : MergedKustomizations
{
    [Fact]
    public async Task Takes_two_tags_on_neighbouring_lines()
    {
        const string @base = "images:\n- {name: web, newTag: 1.0.0}\n- {name: api, newTag: 2.0.0}\n";
        (await CleanAsync(@base, With(@base, ("1.0.0", "1.1.0")), With(@base, ("2.0.0", "2.1.0"))))
            .ShouldBe(With(@base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")));
    }

    [Fact]
    public async Task Takes_two_tags_on_one_line()
    {
        const string @base = "images: [{name: web, newTag: 1.0.0}, {name: api, newTag: '2.0.0'}] # both\n";
        (await CleanAsync(@base, With(@base, ("1.0.0", "1.1.0")), With(@base, ("'2.0.0'", "'2.10'"))))
            .ShouldBe(With(@base, ("1.0.0", "1.1.0"), ("2.0.0", "2.10")));
    }

    [Fact]
    public async Task Takes_the_same_bump_once() =>
        (await CleanAsync(Base, With(Base, ("1.0.0", "1.1.0"), ("shop", "store")), With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0"))))
            .ShouldBe(With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0"), ("shop", "store")));

    [Fact]
    public async Task Marks_two_versions_of_one_image_and_nothing_else() =>
        (await ConflictAsync(Base, With(Base, ("1.0.0", "1.1.0")), With(Base, ("1.0.0", "1.2.0"), ("2.0.0", "2.1.0"))))
            .ShouldBe(With(Base, ("  newTag: 1.0.0\n", "<<<<<<< ours\n  newTag: 1.1.0\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n"), ("2.0.0", "2.1.0")));

    [Theory]
    [InlineData("1.9.0", "1.10.0", "1.10.0")]
    [InlineData("v1.10.0", "v1.9.0", "v1.10.0")]
    [InlineData("2.0.0-rc.1", "2.0.0", "2.0.0")]
    [InlineData("2.0.0-rc.2", "2.0.0-rc.10", "2.0.0-rc.10")]
    [InlineData("1.2", "1.2.1", "1.2.1")]
    public async Task Takes_the_higher_of_two_versions_where_told_to(string ours, string theirs, string expected) =>
        (await CleanAsync(Base, With(Base, ("1.0.0", ours)), With(Base, ("1.0.0", theirs), ("2.0.0", "2.1.0")), higher: true))
            .Replace("\"", "", StringComparison.Ordinal).ShouldBe(With(Base, ("1.0.0", expected), ("2.0.0", "2.1.0")));

    [Theory]
    [InlineData("main-abc", "main-def")]
    [InlineData("1.2.0", "latest")]
    public async Task Marks_versions_that_cannot_be_compared(string ours, string theirs) =>
        (await ConflictAsync(Base, With(Base, ("1.0.0", ours)), With(Base, ("1.0.0", theirs)), higher: true)).ShouldContain("<<<<<<< ours\n");

    [Fact]
    public async Task Never_joins_the_tag_of_one_side_with_the_digest_of_the_other()
    {
        var pinned = With(Base, ("  newTag: 1.0.0\n", $"  newTag: 1.0.0\n  digest: {s_digest}\n"));
        (await ConflictAsync(Base, With(Base, ("1.0.0", "1.1.0")), pinned)).ShouldContain("<<<<<<< ours\n");
        (await ConflictAsync(Base, pinned, With(Base, ("1.0.0", "1.1.0")))).ShouldContain("<<<<<<< ours\n");
    }

    [Fact]
    public async Task Never_joins_them_across_other_lines_either()
    {
        const string @base = "images:\n- name: web\n  newTag: 1.0.0\n  # a\n  # b\n  # c\n  newName: shop\n";
        await ConflictAsync(@base, With(@base, ("1.0.0", "1.1.0")), $"{@base}  digest: {s_digest}\n");
    }

    [Fact]
    public async Task Marks_a_tag_and_a_digest_that_both_come_new()
    {
        const string @base = "images:\n- name: web\n  # a\n  # b\n  # c\n  newName: shop\n";
        await ConflictAsync(@base, With(@base, ("- name: web\n", "- name: web\n  newTag: 1.1.0\n")), $"{@base}  digest: {s_digest}\n");
    }

    [Fact]
    public async Task Takes_tag_and_digest_together()
    {
        var pinned = With(Base, ("1.0.0\n", $"1.1.0\n  digest: {s_digest}\n"));
        (await CleanAsync(Base, pinned, With(Base, ("2.0.0", "2.1.0")))).ShouldBe(With(pinned, ("2.0.0", "2.1.0")));
        (await CleanAsync(Base, With(Base, ("2.0.0", "2.1.0")), pinned)).ShouldBe(With(pinned, ("2.0.0", "2.1.0")));
        (await CleanAsync(Base, With(Base, ("1.0.0", "1.0.5")), pinned, higher: true)).ShouldBe(pinned);
        (await CleanAsync(Base, pinned, With(Base, ("1.0.0", "1.0.5")), higher: true)).ShouldBe(pinned);
    }

    [Fact]
    public async Task Takes_a_removed_digest_beside_another_bump()
    {
        var pinned = With(Base, ("1.0.0\n", $"1.0.0\n  digest: {s_digest}\n"));
        (await CleanAsync(pinned, With(Base, ("1.0.0", "1.1.0")), With(pinned, ("2.0.0", "2.1.0"))))
            .ShouldBe(With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")));
    }

    [Fact]
    public async Task Takes_a_new_name_and_a_new_tag()
    {
        const string @base = "images:\n- name: web\n  newName: a/web\n  newTag: 1.0.0\n";
        (await CleanAsync(@base, With(@base, ("a/web", "b/web")), With(@base, ("1.0.0", "1.1.0")))).ShouldBe(With(@base, ("a/web", "b/web"), ("1.0.0", "1.1.0")));
    }

    [Fact]
    public async Task Takes_a_comment_of_one_side_on_the_line_of_a_bump() =>
        (await CleanAsync(Base, With(Base, ("newTag: 1.0.0", "newTag: 1.0.0 # stable")), With(Base, ("1.0.0", "1.1.0"))))
            .ShouldBe(With(Base, ("newTag: 1.0.0", "newTag: 1.1.0 # stable")));

    [Fact]
    public async Task Takes_new_quotes_of_one_side_and_a_new_tag_of_the_other() =>
        (await CleanAsync(Base, With(Base, ("1.0.0", "'1.0.0'")), With(Base, ("1.0.0", "\"1.1\""))))
            .ShouldBe(With(Base, ("1.0.0", "\"1.1\"")));

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public async Task Keeps_line_ends_and_byte_order_mark(string lineEnd, string mark)
    {
        var text = mark + Base.Replace("\n", lineEnd, StringComparison.Ordinal);
        (await CleanAsync(text, With(text, ("1.0.0", "1.1.0")), With(text, ("2.0.0", "2.1.0")) + $"- name: c{lineEnd}  newTag: c1{lineEnd}"))
            .ShouldBe(With(text, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")) + $"- name: c{lineEnd}  newTag: c1{lineEnd}");
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, false, false)]
    [InlineData(false, true, false, true)]
    [InlineData(false, false, true, true)]
    [InlineData(true, false, true, false)]
    public async Task Merges_the_end_of_the_last_line_as_any_change(bool inBase, bool inOurs, bool inTheirs, bool inResult)
    {
        static string End(string text, bool ends) => ends ? text : text.TrimEnd('\n');
        (await CleanAsync(End(Base, inBase), End(With(Base, ("1.0.0", "1.1.0")), inOurs), End(With(Base, ("2.0.0", "2.1.0")), inTheirs)))
            .ShouldBe(End(With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")), inResult));
    }

    [Fact]
    public async Task Leaves_everything_else_to_git()
    {
        (await CleanAsync(Base + "# 1\n# 2\n# 3\nnamespace: a\n", With(Base, ("shop", "store")) + "# 1\n# 2\n# 3\nnamespace: a\n", Base + "# 1\n# 2\n# 3\nnamespace: b\n"))
            .ShouldBe(With(Base, ("shop", "store")) + "# 1\n# 2\n# 3\nnamespace: b\n");
        (await ConflictAsync(Base + "namespace: a\n", With(Base, ("1.0.0", "1.1.0")) + "namespace: b\n", With(Base, ("2.0.0", "2.1.0")) + "namespace: c\n"))
            .ShouldBe(With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")) + "<<<<<<< ours\nnamespace: b\n=======\nnamespace: c\n>>>>>>> theirs\n");
    }

    [Fact]
    public async Task Loses_no_tag_of_a_place_that_is_in_conflict_for_other_reasons() =>
        (await ConflictAsync(Base, With(Base, ("newTag: 1.0.0", "newTag: 1.0.0 # a")), With(Base, ("newTag: 1.0.0", "newTag: 1.1.0 # b"))))
            .ShouldBe(With(Base, ("  newTag: 1.0.0\n", "<<<<<<< ours\n  newTag: 1.1.0 # a\n=======\n  newTag: 1.1.0 # b\n>>>>>>> theirs\n")));

    [Fact]
    public async Task Shows_the_ancestor_where_git_is_told_to()
    {
        await Place.GitAsync("init", "--quiet");
        await Place.GitAsync("config", "merge.conflictStyle", "diff3");
        (await ConflictAsync(Base, With(Base, ("1.0.0", "1.1.0")), With(Base, ("1.0.0", "1.2.0"))))
            .ShouldContain("<<<<<<< ours\n  newTag: 1.1.0\n||||||| base\n  newTag: 1.0.0\n=======\n  newTag: 1.2.0\n>>>>>>> theirs\n");
        (await ConflictAsync(Base, With(Base, ("newTag: 1.0.0", "newTag: 1.0.0 # a")), With(Base, ("newTag: 1.0.0", "newTag: 1.1.0 # b"))))
            .ShouldContain("  newTag: 1.1.0 # a\n||||||| base\n  newTag: 1.0.0\n=======\n  newTag: 1.1.0 # b\n");
    }
}
