using System.Text;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Trees;

public sealed class ReadingFilesOnDisk : IDisposable
{
    private readonly Workplace _place = new();
    private readonly WorkTree _tree;

    public ReadingFilesOnDisk()
    {
        _tree = new WorkTree(_place.Folder);
        _place.Write("../outside/secret.yaml", "secret: x\n");
        _place.Write("a b/ü.yaml", "a: b\n");
        _place.WriteScript("run.sh", "true");
        _place.Write(".git/config", "[core]\n");
        File.CreateSymbolicLink(_place.PathOf("file.yaml"), "../outside/secret.yaml");
        Directory.CreateSymbolicLink(_place.PathOf("folder"), "../outside");
        File.CreateSymbolicLink(_place.PathOf("dangling.yaml"), "nowhere.yaml");
        File.CreateSymbolicLink(_place.PathOf("loop.yaml"), "loop.yaml");
        Directory.CreateSymbolicLink(_place.PathOf("around"), ".");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Lists_links_and_follows_none()
    {
        var all = await _tree.ListRecursivelyAsync(TreePath.Root, Token);
        all.Select(entry => $"{entry.Path} {entry.Kind}").ShouldBe(
        [
            "a b/ü.yaml File", "around SymbolicLink", "dangling.yaml SymbolicLink", "file.yaml SymbolicLink", "folder SymbolicLink",
            "loop.yaml SymbolicLink", "run.sh Executable",
        ]);
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("around")]
    [InlineData("missing")]
    public async Task Finds_nothing_behind_a_link(string folder)
    {
        (await _tree.ListAsync(TreePath.Parse(folder), Token)).ShouldBeEmpty();
        (await _tree.ListRecursivelyAsync(TreePath.Parse(folder), Token)).ShouldAllBe(entry => entry.Kind == TreeEntryKind.SymbolicLink);
    }

    [Theory]
    [InlineData("file.yaml")]
    [InlineData("dangling.yaml")]
    [InlineData("loop.yaml")]
    [InlineData("folder/secret.yaml")]
    [InlineData("around/a b/ü.yaml")]
    [InlineData("a b")]
    [InlineData("missing.yaml")]
    public async Task Reads_no_link_no_folder_and_nothing_behind_a_link(string path) =>
        (await _tree.ReadAsync(TreePath.Parse(path), Token)).ShouldBeNull();

    [Fact]
    public async Task Reads_files_with_their_kind()
    {
        var files = await _tree.ReadAsync([TreePath.Parse("a b/ü.yaml"), TreePath.Parse("run.sh"), TreePath.Parse("missing")], Token);
        files.Count.ShouldBe(2);
        Encoding.UTF8.GetString(files[TreePath.Parse("a b/ü.yaml")].Content.Span).ShouldBe("a: b\n");
        files[TreePath.Parse("run.sh")].Kind.ShouldBe(TreeEntryKind.Executable);
    }

    [Fact]
    public async Task Lists_a_folder_by_name_with_its_folders()
    {
        var entries = await _tree.ListAsync(TreePath.Root, Token);
        entries.Select(entry => entry.Path.Value).ShouldBe(["a b", "around", "dangling.yaml", "file.yaml", "folder", "loop.yaml", "run.sh"]);
        entries[0].IsFolder.ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_a_file_as_itself() =>
        (await _tree.ListRecursivelyAsync(TreePath.Parse("a b/ü.yaml"), Token)).ShouldHaveSingleItem().Path.Value.ShouldBe("a b/ü.yaml");
}
