using System.Text;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class WritingThroughTheApi : ApiSituation
{
    [Fact]
    public async Task Adds_removes_and_replaces_by_one_tree()
    {
        var outcome = await Open().CommitAsync(Write("main", ("new/deep/a.yaml", "a: b\n"), ("README.md", null), (File, "")), Token);

        outcome.Commit.ShouldBe(await Remote.Git.TipAsync("main"));
        (await Remote.Git.GitAsync("ls-tree", "-r", "--name-only", "main")).ShouldBe($"{File}\nnew/deep/a.yaml");
        (await Remote.Git.ReadBytesAsync("main", File)).ShouldBe([]);
        GitHub.Mutations.Count(request => request.Path.EndsWith("/git/trees", StringComparison.Ordinal)).ShouldBe(1);
        GitHub.Mutations.ShouldNotContain(request => request.Path.EndsWith("/git/blobs", StringComparison.Ordinal));
        await Remote.Git.FsckAsync();
    }

    [Fact]
    public async Task Keeps_every_byte_of_what_is_no_text()
    {
        var contents = new Dictionary<string, byte[]>
        {
            ["latin1.yaml"] = Encoding.Latin1.GetBytes("a: caf\u00e9\n"),
            ["nul.bin"] = [1, 0, 2],
            ["surrogate.yaml"] = [0xED, 0xA0, 0x80],
            ["bom.yaml"] = [0xEF, 0xBB, 0xBF, (byte)'a'],
            ["crlf.yaml"] = "a: 1\r\n\r\nb: \u2028\t\u0001\"\\\u007f\ud83d\ude80"u8.ToArray(),
            ["large.yaml"] = Encoding.UTF8.GetBytes(new string('#', 1_100_000)),
        };
        var request = Write("main") with
        {
            Edit = (_, _, _) => ValueTask.FromResult(new ChangeSet
            {
                Files = [.. contents.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new FileChange(
                    TreePath.Parse(file.Key), file.Value, file.Key == "crlf.yaml" ? TreeEntryKind.Executable : TreeEntryKind.File))],
            }),
        };

        await Open().CommitAsync(request, Token);

        foreach (var (path, content) in contents)
            (await Remote.Git.ReadBytesAsync("main", path)).ShouldBe(content, path);
        (await Remote.Git.GitAsync("ls-tree", "main", "crlf.yaml")).ShouldStartWith("100755");
        GitHub.Mutations.Count(mutation => mutation.Path.EndsWith("/git/blobs", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task Starts_a_branch_from_nothing_where_that_is_asked()
    {
        var request = Write("orphan", ("only.yaml", "a: b\n")) with { CreatesBranch = true };

        (await Open().CommitAsync(request, Token)).Commit.ShouldNotBeNull();

        (await Remote.Git.LogAsync("orphan")).Count.ShouldBe(1);
        (await Remote.Git.GitAsync("ls-tree", "-r", "--name-only", "orphan")).ShouldBe("only.yaml");
        (await Open().CommitAsync(request, Token)).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Names_branches_whose_names_need_escaping()
    {
        const string Branch = "promo/web#1-50%+\u00fc";
        await Open().CommitAsync(Write(Branch, ("a.yaml", "a: b\n")) with { Base = "main" }, Token);
        await Open().CommitAsync(Write(Branch, ("a.yaml", "a: c\n")) with { Base = "main" }, Token);

        (await Remote.Git.ReadAsync(Branch, "a.yaml")).ShouldBe("a: c\n");
        (await Open().DeleteBranchAsync(Branch, (await Remote.Git.TipAsync(Branch))!, Token)).ShouldBeTrue();
        (await Remote.Git.TipAsync(Branch)).ShouldBeNull();
    }
}
