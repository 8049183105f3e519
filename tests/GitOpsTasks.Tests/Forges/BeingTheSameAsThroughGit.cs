using System.Text;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class BeingTheSameAsThroughGit : ApiSituation
{
    private const string Latin1 = "images:\n- name: web # caf\u00e9\n  newTag: 1.4.0\n";

    private GitHubFakeRepository _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Remote.Git.CommitAsync("main", new Dictionary<string, string?>
        {
            ["crlf/kustomization.yaml"] = Content.Replace("\n", "\r\n", StringComparison.Ordinal),
            ["bom/kustomization.yaml"] = "\uFEFF" + Content,
            ["open/kustomization.yaml"] = Content.TrimEnd('\n'),
            ["long/values.yaml"] = string.Concat(Enumerable.Repeat("# a long line of no use to anybody\n", 20_000)) + "image:\n  repository: web\n  tag: 1.4.0\n",
            ["a b/\u00fc'\"$(id).yaml"] = Content,
            ["x/deployment.yaml"] = "kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n      - image: web:1.4.0\n",
        });
        await AddAsync("latin1/kustomization.yaml", Encoding.Latin1.GetBytes(Latin1), "100644");
        await AddAsync("run/kustomization.yaml", Encoding.UTF8.GetBytes(Content), "100755");
        await AddAsync("link.yaml", "x/deployment.yaml"u8.ToArray(), "120000");
        _other = await GitHub.AddRepositoryAsync("acme", "other", Remote);
    }

    [Fact]
    public async Task Makes_the_same_commit_of_the_same_edit()
    {
        (string, string)[] names = [("author", "Ann O'Nym <ann@example.com>"), ("committer", "B\u00f6t <bot@example.com>"), ("trailer", "Why=because $(id) \"quoted\"")];
        var context = Context(("SOURCE_DATE_EPOCH", "1770000000"), ("GIT_AUTHOR_DATE", "@1769999999 +0530"));

        var byApi = await BumpAsync(context, more: names);
        var byGit = await ByGitAsync(context, names);

        ShouldBeDone(byApi, byGit);
        (await Remote.Git.NumstatAsync("main^", "main")).Count.ShouldBe(8);
        (await Remote.Git.GitAsync("cat-file", "commit", "main")).ShouldBe(await _other.Git.GitAsync("cat-file", "commit", "main"));
        (await Remote.Git.TipAsync("main")).ShouldBe(await _other.Git.TipAsync("main"));
        ((BumpResult)byApi.UntypedResult!).Edits.ShouldBe(((BumpResult)byGit.UntypedResult!).Edits);
        byApi.Diagnostics.ShouldBe(byGit.Diagnostics);
    }

    [Fact]
    public async Task Makes_the_same_merge_of_a_branch_whose_base_moved_on()
    {
        foreach (var repository in (GitHubFakeRepository[])[Remote, _other])
        {
            await repository.Git.GitAsync("update-ref", "refs/heads/change", "main");
            await repository.Git.GitAsync("fetch", "--quiet", Remote.Git.FullPath, "+main:main");
        }

        await Remote.Git.CommitAsync("change", "note.txt", "by hand\n");
        await Remote.Git.CommitAsync("main", "README.md", "more\n");
        await _other.Git.GitAsync("fetch", "--quiet", Remote.Git.FullPath, "+refs/heads/*:refs/heads/*");
        var request = Write("change", (File, "images: []\n"), ("x/deployment.yaml", null), ("new/deep/file.yaml", "a: b\n")) with { Base = "main" };
        var context = Context();

        var byApi = await Open().CommitAsync(request, Token);
        using var git = await GitRepository.OpenAsync(context, GitRemote.Parse(_other.Url, context), Token);
        var byGit = await git.CommitAsync(request, Token);

        byApi.Commit.ShouldBe(byGit.Commit);
        byApi.BaseRevision.ShouldBe(byGit.BaseRevision);
        (await Remote.Git.ResolveAsync("change^2")).ShouldBe(await Remote.Git.TipAsync("main"));
        (await Remote.Git.ReadAsync("change", "note.txt")).ShouldBeNull();
        (await Remote.Git.ReadAsync("change^1", "note.txt")).ShouldBe("by hand\n");
        (await Open().CommitAsync(request, Token)).ShouldSatisfyAllConditions(again => again.Commit.ShouldBeNull(), again => again.AlreadyOnBranch.ShouldBeTrue());
        await Remote.Git.FsckAsync();
    }

    [Fact]
    public async Task Reads_the_same_of_every_file_and_folder()
    {
        var context = Context();
        using var git = await GitRepository.OpenAsync(context, GitRemote.Parse(_other.Url, context), Token);
        var (ours, theirs) = (await Open().SnapshotAsync("main", Token), await git.SnapshotAsync("main", Token));

        var entries = await ours.ListRecursivelyAsync(TreePath.Root, Token);
        entries.ShouldBe(await theirs.ListRecursivelyAsync(TreePath.Root, Token));
        (await ours.ListAsync(TreePath.Root, Token)).ShouldBe(await theirs.ListAsync(TreePath.Root, Token));
        (await ours.ListRecursivelyAsync(TreePath.Parse(File), Token)).ShouldHaveSingleItem();
        (await ours.ListAsync(TreePath.Parse("no/such"), Token)).ShouldBeEmpty();
        List<TreePath> paths = [.. entries.Select(entry => entry.Path), TreePath.Parse("apps"), TreePath.Parse("link.yaml/below"), TreePath.Parse("none")];
        var (read, expected) = (await ours.ReadAsync(paths, Token), await theirs.ReadAsync(paths, Token));
        read.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var (path, file) in read)
            (file.Kind, Convert.ToHexString(file.Content.Span)).ShouldBe((expected[path].Kind, Convert.ToHexString(expected[path].Content.Span)));
    }

    private Task<TaskOutcome> ByGitAsync(EngineContext context, (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("repository", _other.Url).Add("push", "true");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return BumpTask.Declaration.RunAsync(inputs, context, Token);
    }

    private static void ShouldBeDone(params TaskOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
            outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
    }

    private async Task AddAsync(string path, byte[] content, string mode)
    {
        var blob = (await Remote.Git.TryGitAsync(["hash-object", "-w", "--stdin"], content)).Text;
        var input = Encoding.UTF8.GetBytes($"commit refs/heads/main\ncommitter A <a@example.com> 1767225600 +0000\ndata 4\nadd\n\nfrom refs/heads/main^0\nM {mode} {blob} {path}\n");
        (await Remote.Git.TryGitAsync(["fast-import", "--quiet"], input)).Succeeded.ShouldBeTrue();
    }
}
