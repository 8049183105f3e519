using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Trees;

public sealed class FindingTheWorkTree : IDisposable
{
    private readonly Workplace _place = new();

    public FindingTheWorkTree()
    {
        _place.Write("apps/web/a.yaml", "a: b\n");
        _place.Write("apps/api/b.yaml", "a: b\n");
    }

    public void Dispose() => _place.Dispose();

    private string Find(params string[] paths)
    {
        var location = WorkTreeLocation.Find(_place.Context(), paths);
        return $"{Path.GetRelativePath(_place.Folder, location.Tree.RootPath)}: {string.Join(' ', location.Paths)}";
    }

    [Fact]
    public void Is_the_repository_around_the_paths()
    {
        Directory.CreateDirectory(_place.PathOf(".git"));
        Find("apps/web/a.yaml", "apps/api/").ShouldBe(".: apps/web/a.yaml apps/api");
        Find().ShouldBe(".: ");
    }

    [Fact]
    public void Is_the_directory_of_the_task_where_there_is_no_repository()
    {
        Find("apps/web/a.yaml", "apps/api").ShouldBe(".: apps/web/a.yaml apps/api");
        Find("apps/web/a.yaml").ShouldBe(".: apps/web/a.yaml");
    }

    [Fact]
    public void Is_the_folder_they_share_where_that_is_outside_the_directory()
    {
        var elsewhere = _place.Context() with { Directory = _place.Home };
        var location = WorkTreeLocation.Find(elsewhere, [_place.PathOf("apps/web/a.yaml"), _place.PathOf("apps/api")]);
        location.Tree.RootPath.ShouldBe(_place.PathOf("apps"));
        location.Paths.Select(path => path.Value).ShouldBe(["web/a.yaml", "api"]);
    }

    [Fact]
    public void Is_the_root_of_the_file_system_where_they_share_nothing_else() =>
        WorkTreeLocation.Find(_place.Context(), ["/usr/bin", "/etc"]).Tree.RootPath.ShouldBe("/");

    [Fact]
    public void Refuses_paths_of_two_repositories()
    {
        Directory.CreateDirectory(_place.PathOf("apps/web/.git"));
        Should.Throw<TaskFailedException>(() => Find("apps/web/a.yaml", "apps/api")).Diagnostics[0].Code.ShouldBe(UsageCodes.PathRefused);
    }

    [Fact]
    public void Refuses_a_path_that_does_not_exist() =>
        Should.Throw<TaskFailedException>(() => Find("missing")).Diagnostics[0].Code.ShouldBe(UsageCodes.PathNotFound);
}
