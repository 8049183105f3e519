namespace GitOpsTasks.Tests.Lint;

public sealed class LeavingFilesOut : LintedWithInputs
{
    private const string Wrong = "a: 1\na: 2\n";

    [Fact]
    public async Task That_git_ignores_unless_they_are_named_or_tracked()
    {
        Place.Write("tracked/out.yaml", Wrong);
        await Place.CommitAllAsync();
        foreach (var path in (string[])["out.yaml", "deep/out.yaml", "deep/kept.yaml", "node_modules/a/b.yaml", "excluded.yaml"])
            Place.Write(path, Wrong);
        Place.Write(".gitignore", "out.yaml\n/node_modules/\n");
        Place.Write("deep/.gitignore", "!kept.yaml\n");
        Place.Write(".git/info/exclude", "excluded.yaml\n");
        (await FindingsAsync()).ShouldBe(["deep/kept.yaml:2:1 GOT2101", "tracked/out.yaml:2:1 GOT2101"]);
        (await FindingsAsync("out.yaml", "node_modules")).ShouldBe(["node_modules/a/b.yaml:2:1 GOT2101", "out.yaml:2:1 GOT2101"]);
    }

    [Fact]
    public async Task That_the_configuration_names_by_patterns()
    {
        Place.Write(".gitops-lint.yaml", "ignore: [\"*.gen.yaml\", \"/vendor/\", \"!keep.gen.yaml\"]\n");
        foreach (var path in (string[])["a.gen.yaml", "b/keep.gen.yaml", "vendor/x.yaml", "b/vendor/y.yaml"])
            Place.Write(path, Wrong);
        (await FindingsAsync()).ShouldBe(["b/keep.gen.yaml:2:1 GOT2101", "b/vendor/y.yaml:2:1 GOT2101"]);
        (await FindingsAsync("a.gen.yaml")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_the_file_behind_a_link_once()
    {
        Place.Write("base/a.yaml", Wrong);
        Place.Write("base/plain.txt", Wrong);
        File.CreateSymbolicLink(Place.PathOf("a.yaml"), "base/a.yaml");
        File.CreateSymbolicLink(Place.PathOf("b.yaml"), "a.yaml");
        File.CreateSymbolicLink(Place.PathOf("c.yaml"), Place.PathOf("base/plain.txt"));
        (await FindingsAsync()).ShouldBe(["base/a.yaml:2:1 GOT2101", "base/plain.txt:2:1 GOT2101"]);
        (await FindingsAsync("b.yaml")).ShouldBe(["base/a.yaml:2:1 GOT2101"]);
    }

    [Fact]
    public async Task Notes_links_that_lead_nowhere_it_may_go()
    {
        Place.Write("../outside/a.yaml", Wrong);
        Place.Write("folder/a.yaml", "a: 1\n");
        File.CreateSymbolicLink(Place.PathOf("gone.yaml"), "nothing.yaml");
        File.CreateSymbolicLink(Place.PathOf("loop.yaml"), "loop2.yaml");
        File.CreateSymbolicLink(Place.PathOf("loop2.yaml"), "loop.yaml");
        File.CreateSymbolicLink(Place.PathOf("out.yaml"), "../outside/a.yaml");
        Directory.CreateSymbolicLink(Place.PathOf("folder.yaml"), "folder");
        Directory.CreateSymbolicLink(Place.PathOf("folder/up"), "..");
        (await LintAsync()).Diagnostics.Select(finding => $"{finding.Place!.File} {finding.Code} {finding.Message}").ShouldBe(
        [
            "folder.yaml GOT2190 This link is not followed: it leads to a folder.",
            "gone.yaml GOT2190 This link is not followed: it leads to nothing.",
            "loop.yaml GOT2190 This link is not followed: it leads in a circle, or where nobody may read.",
            "loop2.yaml GOT2190 This link is not followed: it leads in a circle, or where nobody may read.",
            "out.yaml GOT2190 This link is not followed: it leads out of the repository.",
        ]);
    }
}
