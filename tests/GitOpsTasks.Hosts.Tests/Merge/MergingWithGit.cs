namespace GitOpsTasks.Hosts.Tests.Merge;

public sealed class MergingWithGit : DrivenRepository
{
    private static readonly string s_both = With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0"));

    public static TheoryData<string> Joins => ["merge --no-edit topic", "rebase topic", "cherry-pick topic", "merge --no-edit -s recursive topic"];

    [Theory]
    [MemberData(nameof(Joins))]
    public async Task Takes_two_bumps_of_neighbouring_lines(string join)
    {
        const string flow = "images:\n- {name: web, newTag: 1.0.0}\n- {name: api, newTag: 2.0.0}\n";
        await StartAsync(With(flow, ("1.0.0", "1.1.0")), With(flow, ("2.0.0", "2.1.0")), flow);
        var result = await TryGitAsync(join.Split(' '));
        result.ExitCode.ShouldBe(0, result.Text + result.Error);
        Content().ShouldBe(With(flow, ("1.0.0", "1.1.0"), ("2.0.0", "2.1.0")));
        (await GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Would_conflict_without_the_driver()
    {
        const string flow = "images:\n- {name: web, newTag: 1.0.0}\n- {name: api, newTag: 2.0.0}\n";
        await StartAsync(With(flow, ("1.0.0", "1.1.0")), With(flow, ("2.0.0", "2.1.0")), flow);
        System.IO.File.Delete(Path.Combine(Repository, ".gitattributes"));
        await GitAsync("commit", "--quiet", "--all", "-m", "no driver");
        (await TryGitAsync("merge", "--no-edit", "topic")).ExitCode.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Joins))]
    public async Task Marks_two_versions_of_one_image(string join)
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("1.0.0", "1.2.0"), ("2.0.0", "2.1.0")));
        var result = await TryGitAsync(join.Split(' '));
        result.ExitCode.ShouldBe(1, result.Text + result.Error);
        Content().ShouldMatch("<<<<<<< .+\n  newTag: 1\\.[12]\\.0\n=======\n  newTag: 1\\.[12]\\.0\n>>>>>>> .+\n- name: api\n  newTag: 2\\.1\\.0\n");
        (await GitAsync("ls-files", "--unmerged")).ShouldNotBeEmpty();
        result.Error.ShouldContain("GOT3070");
    }

    [Theory]
    [MemberData(nameof(Joins))]
    public async Task Takes_the_higher_version_where_installed_so(string join)
    {
        await StartAsync(With(Base, ("1.0.0", "1.10.0")), With(Base, ("1.0.0", "1.9.0"), ("2.0.0", "2.1.0")), Base, "--higher");
        var result = await TryGitAsync(join.Split(' '));
        result.ExitCode.ShouldBe(0, result.Text + result.Error);
        Content().ShouldBe(With(Base, ("1.0.0", "1.10.0"), ("2.0.0", "2.1.0")));
    }

    [Fact]
    public async Task Keeps_the_entries_that_both_branches_add()
    {
        await StartAsync(Base + "- name: a\n  newTag: a1\n", Base + "- name: b\n  newTag: b1\n");
        await GitAsync("merge", "--no-edit", "topic");
        Content().ShouldBe(Base + "- name: a\n  newTag: a1\n- name: b\n  newTag: b1\n");
    }

    [Fact]
    public async Task Merges_trees_without_a_checkout()
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("2.0.0", "2.1.0")));
        var merged = await TryGitAsync("merge-tree", "--write-tree", "main", "topic");
        Assert.SkipWhen(merged.Error.Contains("usage:", StringComparison.Ordinal), "git merge-tree --write-tree needs git 2.38");
        merged.ExitCode.ShouldBe(0, merged.Text + merged.Error);
        merged.Text.ShouldMatch("^[0-9a-f]{40}$");
        (await GitAsync("show", $"{merged.Text}:{File}")).ShouldBe(s_both.TrimEnd('\n'));
    }

    [Fact]
    public async Task Replays_a_row_of_bumps()
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("2.0.0", "2.1.0")));
        await GitAsync("checkout", "--quiet", "topic");
        await CommitAsync(With(Base, ("2.0.0", "2.2.0")) + "- name: c\n  newTag: c1\n", "more");
        await GitAsync("rebase", "main");
        Content().ShouldBe(With(Base, ("1.0.0", "1.1.0"), ("2.0.0", "2.2.0")) + "- name: c\n  newTag: c1\n");
        (await GitAsync("rev-list", "--count", "main..topic")).ShouldBe("2");
    }

    [Fact]
    public async Task Merges_a_file_that_one_branch_renames()
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("2.0.0", "2.1.0")));
        await GitAsync("mv", "apps", "services");
        await GitAsync("commit", "--quiet", "-m", "rename");
        await GitAsync("merge", "--no-edit", "topic");
        Folder.Read(Path.Combine(Repository, With(File, ("apps", "services")))).ShouldBe(s_both);
    }

    [Fact]
    public async Task Marks_what_both_branches_did_in_the_style_of_the_user()
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("1.0.0", "1.2.0")));
        await GitAsync("config", "merge.conflictStyle", "diff3");
        await TryGitAsync("merge", "--no-edit", "topic");
        Content().ShouldMatch("newTag: 1.1.0\n\\|{7} .+\n  newTag: 1.0.0\n=======\n  newTag: 1.2.0\n");
    }

    [Fact]
    public async Task Merges_in_a_folder_below()
    {
        await StartAsync(With(Base, ("1.0.0", "1.1.0")), With(Base, ("2.0.0", "2.1.0")));
        await GitAsync("-C", "apps", "merge", "--no-edit", "topic");
        Content().ShouldBe(s_both);
    }
}
