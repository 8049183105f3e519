using System.Text;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Trees;

public sealed class LookingAtAChangedTree : IDisposable
{
    private readonly Workplace _place = new();
    private readonly ChangedTree _tree;

    public LookingAtAChangedTree()
    {
        _place.Write("a.yaml", "a\n");
        _place.Write("old/only.yaml", "x\n");
        _place.Write("both/gone.yaml", "x\n");
        _place.Write("both/kept.yaml", "kept\n");
        _tree = new ChangedTree(new WorkTree(_place.Folder), new ChangeSet
        {
            Files =
            [
                new FileChange(TreePath.Parse("a.yaml"), "changed\n"u8.ToArray()),
                new FileChange(TreePath.Parse("both/gone.yaml"), null),
                new FileChange(TreePath.Parse("deep/new/b.sh"), "new\n"u8.ToArray(), TreeEntryKind.Executable),
                new FileChange(TreePath.Parse("old/only.yaml"), null),
            ],
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    private async Task<string> ListAsync(string folder) =>
        string.Join(' ', (await _tree.ListAsync(TreePath.Parse(folder), Token)).Select(entry => $"{entry.Path}:{entry.Kind}"));

    [Fact]
    public async Task Reads_files_as_they_will_be()
    {
        var paths = new[] { "a.yaml", "both/gone.yaml", "both/kept.yaml", "deep/new/b.sh", "missing" }.Select(TreePath.Parse).ToList();
        var files = await _tree.ReadAsync(paths, Token);
        files.Values.Select(file => Encoding.UTF8.GetString(file.Content.Span)).Order(StringComparer.Ordinal).ShouldBe(["changed\n", "kept\n", "new\n"]);
        files[TreePath.Parse("deep/new/b.sh")].Kind.ShouldBe(TreeEntryKind.Executable);
    }

    [Fact]
    public async Task Lists_new_folders_and_not_those_that_lost_their_last_file()
    {
        (await ListAsync("")).ShouldBe("a.yaml:File both:Folder deep:Folder");
        (await ListAsync("deep")).ShouldBe("deep/new:Folder");
        (await ListAsync("deep/new")).ShouldBe("deep/new/b.sh:Executable");
        (await ListAsync("both")).ShouldBe("both/kept.yaml:File");
        (await ListAsync("old")).ShouldBe("");
    }

    [Fact]
    public async Task Lists_everything_below() =>
        (await _tree.ListRecursivelyAsync(TreePath.Root, Token)).Select(entry => entry.Path.Value)
            .ShouldBe(["a.yaml", "both/kept.yaml", "deep/new/b.sh"]);
}
