using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class ComparingBranchesThroughTheApi : ApiSituation
{
    private const string Branch = "promote/web";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Remote.Git.CommitAsync(Branch, File, Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal), "ours\n\nGitops-Task: promote", "main");
    }

    [Theory]
    [InlineData("fresh", false, false, false)]
    [InlineData("base moved elsewhere", true, false, false)]
    [InlineData("base changed another part", true, false, false)]
    [InlineData("base changed the same line", true, false, true)]
    [InlineData("base changed the next line", true, false, true)]
    [InlineData("base made the same change", true, false, false)]
    [InlineData("base removed the file", true, false, true)]
    [InlineData("base put a folder there", true, false, true)]
    [InlineData("both added a file", true, false, true)]
    [InlineData("merged", true, true, false)]
    [InlineData("others wrote", false, false, false)]
    [InlineData("unrelated", true, false, true)]
    public async Task Tells_the_same_as_git(string situation, bool isBehind, bool isMerged, bool isConflicted)
    {
        await BringAboutAsync(situation);

        var byApi = (await Open().CompareAsync(Branch, "main", Token))!;

        (byApi.IsBehind, byApi.IsMerged, byApi.IsConflicted).ShouldBe((isBehind, isMerged, isConflicted));
        if (situation == "unrelated")
            return;
        var context = Context();
        using var git = await GitRepository.OpenAsync(context, GitRemote.Parse(Remote.Url, context), Token);
        var byGit = (await git.CompareAsync(Branch, "main", Token))!;
        (byApi.IsBehind, byApi.IsMerged, byApi.IsConflicted).ShouldBe((byGit.IsBehind, byGit.IsMerged, byGit.IsConflicted));
        (byApi.Tip.Revision, byApi.Base.Revision).ShouldBe((byGit.Tip.Revision, byGit.Base.Revision));
        byApi.Commits.Select(commit => (commit.Id, commit.Author, commit.Time, commit.Subject)).ShouldBe(
            byGit.Commits.Select(commit => (commit.Id, commit.Author, commit.Time, commit.Subject)));
    }

    [Fact]
    public async Task Tells_what_others_changed()
    {
        await BringAboutAsync("others wrote");

        var commits = (await Open().CompareAsync(Branch, "main", Token))!.Commits;

        commits[0].Files.ShouldBe(["note.txt"]);
        commits[0].Trailer("Gitops-Task").ShouldBeNull();
        commits[^1].Trailer("Gitops-Task").ShouldBe("promote");
        (await Open().CompareAsync("gone", "main", Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(new[] { "apps/web" }, true)]
    [InlineData(new[] { "apps/web", "apps/api", "none" }, true)]
    [InlineData(new[] { "apps/web", "apps/api" }, false)]
    [InlineData(new string[0], true)]
    public async Task Tells_the_history_of_paths_as_git_does(string[] paths, bool hasGraphQl)
    {
        GitHub.HasGraphQl = hasGraphQl;
        var inMain = await Remote.Git.CommitAsync("main", "apps/api/values.yaml", "tag: 1\n", "api");
        await Remote.Git.CommitAsync("main", "README.md", "more\n", "readme");
        var merge = (await Remote.Git.GitAsync("merge-tree", "--write-tree", "main", Branch)).Split('\n')[0];
        var merged = await Remote.Git.GitAsync("commit-tree", merge, "-p", "main", "-p", Branch, "-m", "Merge the pull request");
        await Remote.Git.GitAsync("update-ref", "refs/heads/main", merged);
        await Remote.Git.CommitAsync("main", "README.md", "still more\n", "readme again");
        var asked = paths.Select(TreePath.Parse).ToList();
        var context = Context();
        using var git = await GitRepository.OpenAsync(context, GitRemote.Parse(Remote.Url, context), Token);

        var repository = Open();
        var byApi = await repository.HistoryAsync("main", asked, Token);

        var byGit = await git.HistoryAsync("main", asked, Token);
        byApi.Select(commit => (commit.Id, commit.Subject, commit.IsMerge, commit.Time)).ShouldBe(
            byGit.Select(commit => (commit.Id, commit.Subject, commit.IsMerge, commit.Time)));
        byApi.Select(commit => commit.Id).ShouldContain(merged);
        (await repository.SnapshotOf(inMain).ReadAsync(TreePath.Parse("apps/api/values.yaml"), Token)).ShouldNotBeNull();
        (await Open().SnapshotOf(inMain).ReadAsync(TreePath.Parse(File), Token)).ShouldNotBeNull();
        GitHub.Requests.Count(request => request.Path == "/graphql").ShouldBe(paths.Length > 1 ? 1 : 0);
    }

    [Fact]
    public async Task Takes_in_the_base_where_that_is_asked()
    {
        await BringAboutAsync("base moved elsewhere");
        var request = Write(Branch, (File, Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal))) with { Base = "main", TakesInBase = true };

        (await Open().CommitAsync(request, Token)).Commit.ShouldNotBeNull();
        (await Open().CommitAsync(request, Token)).ShouldSatisfyAllConditions(again => again.Commit.ShouldBeNull(), again => again.AlreadyOnBranch.ShouldBeTrue());

        (await Remote.Git.ResolveAsync($"{Branch}^2")).ShouldBe(await Remote.Git.TipAsync("main"));
    }

    [Fact]
    public async Task Uses_what_it_read_a_moment_ago_once()
    {
        var repository = Open();
        await repository.CompareAsync(Branch, "main", Token);
        var before = GitHub.Requests.Count;
        var moved = await Remote.Git.CommitAsync(Branch, "note.txt", "by hand\n", "theirs");

        await repository.CommitAsync(Write(Branch, ("new.yaml", "a: b\n")) with { Base = "main" }, Token);

        (await Remote.Git.ResolveAsync($"{Branch}^")).ShouldBe(moved);
        GitHub.Requests.Skip(before).Count(request => request.Path.Contains("/branches/", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task BringAboutAsync(string situation)
    {
        var git = Remote.Git;
        await (situation switch
        {
            "base moved elsewhere" => git.CommitAsync("main", "README.md", "more\n"),
            "base changed another part" => git.CommitAsync("main", File, Content.Replace("2.0.0", "2.1.0", StringComparison.Ordinal)),
            "base changed the same line" => git.CommitAsync("main", File, Content.Replace("1.4.0", "1.4.1", StringComparison.Ordinal)),
            "base changed the next line" => git.CommitAsync("main", File, Content.Replace("name: api", "name: other", StringComparison.Ordinal)),
            "base made the same change" => git.CommitAsync("main", File, Content.Replace("1.4.0", "1.5.0", StringComparison.Ordinal)),
            "base removed the file" => git.CommitAsync("main", new Dictionary<string, string?> { [File] = null }),
            "base put a folder there" => git.CommitAsync("main", new Dictionary<string, string?> { [File] = null, [$"{File}/below"] = "a\n" }),
            "both added a file" => BothAddAsync(),
            "merged" => MergeAsync(),
            "others wrote" => git.CommitAsync(Branch, "note.txt", "by hand\n", "theirs"),
            "unrelated" => StartAnewAsync(),
            _ => Task.CompletedTask,
        });
    }

    private async Task BothAddAsync()
    {
        await Remote.Git.CommitAsync("main", "new.yaml", "a: 1\n");
        await Remote.Git.CommitAsync(Branch, "new.yaml", "a: 2\n");
    }

    private async Task MergeAsync()
    {
        await Remote.Git.GitAsync("update-ref", "refs/heads/main", Branch);
        await Remote.Git.CommitAsync("main", "README.md", "more\n");
    }

    private async Task StartAnewAsync()
    {
        await Remote.Git.GitAsync("update-ref", "-d", "refs/heads/main");
        await Remote.Git.CommitAsync("main", File, Content, "anew, and another");
    }
}
