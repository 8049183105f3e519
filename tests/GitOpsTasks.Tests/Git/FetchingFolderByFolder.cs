using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Git;

public sealed class FetchingFolderByFolder(WideRepository wide) : IClassFixture<WideRepository>, IDisposable
{
    private readonly Workplace _place = new();
    private readonly RecordedProcesses _processes = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EngineContext Context => _place.Context() with { RunProcess = _processes.RunAsync };

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Takes_little_over_one_connection()
    {
        await ShouldBumpAsync("prod", Context);
        wide.Proxy.Received.ShouldBeLessThan(30_000);
        wide.Proxy.Connections.ShouldBe(2);
        // Refs; commit and root; apps; the service with its folders; all below the path; then the two of the push.
        wide.Proxy.Requests.ShouldBeLessThanOrEqualTo(7);
        _processes.Count("fetch").ShouldBe(0);
    }

    [Fact]
    public async Task Takes_little_by_git_where_the_configuration_is_about_http()
    {
        LeaveHttpToGit();
        await ShouldBumpAsync("dev", Context with { Time = new SteppingClock(TimeSpan.Zero) });
        wide.Proxy.Received.ShouldBeLessThan(40_000);
        _processes.Count("fetch").ShouldBe(4);
        _processes.Commands.ShouldAllBe(command => command.Environment["GIT_NO_LAZY_FETCH"] == "1");
    }

    [Fact]
    public async Task Takes_all_folders_at_once_where_connections_are_slow()
    {
        LeaveHttpToGit();
        await ShouldBumpAsync("qa", Context with { Time = new SteppingClock(TimeSpan.FromSeconds(2)) });
        // The tip; all folders; the files.
        _processes.Count("fetch").ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_what_is_outside_the_path_by_levels(bool byGit)
    {
        if (byGit)
            LeaveHttpToGit();
        var context = Context with { Time = new SteppingClock(TimeSpan.Zero) };
        using var repository = await GitRepository.OpenAsync(context, GitRemote.Parse(wide.Url, context), Token);
        var tree = await repository.SnapshotAsync("main", Token);
        wide.Proxy.Reset();
        var paths = Enumerable.Range(1, 30).Select(app => TreePath.Parse($"apps/svc-{app:0000}/base/part-3.yaml")).ToList();
        (await tree.ReadAsync([.. paths, TreePath.Parse("no/such/file"), TreePath.Parse("apps/svc-0001")], Token)).Keys.ShouldBe(paths, ignoreOrder: true);
        // apps; thirty services with their folders; the files.
        wide.Proxy.Requests.ShouldBe(byGit ? 6 : 3);
        wide.Proxy.Received.ShouldBeLessThan(80_000);
        (await tree.ReadAsync(paths, Token)).Count.ShouldBe(30);
        (await tree.ListAsync(TreePath.Parse("apps/svc-0001/base"), Token)).Count.ShouldBe(10);
        (await tree.ListAsync(TreePath.Parse("no/such"), Token)).ShouldBeEmpty();
        wide.Proxy.Requests.ShouldBe(byGit ? 6 : 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lists_everything_by_one_request(bool byGit)
    {
        if (byGit)
            LeaveHttpToGit();
        var context = Context with { Time = new SteppingClock(TimeSpan.Zero) };
        using var repository = await GitRepository.OpenAsync(context, GitRemote.Parse(wide.Url, context), Token);
        var tree = await repository.SnapshotAsync("main", Token);
        wide.Proxy.Reset();
        var entries = await tree.ListRecursivelyAsync(TreePath.Root, Token);
        entries.Count.ShouldBe(20_000);
        entries.Select(entry => entry.Path).ShouldBe(entries.Select(entry => entry.Path).Order());
        var files = entries.Where(entry => entry.Path.Name == "kustomization.yaml").Select(entry => entry.Path).ToList();
        (await tree.ReadAsync(files, Token)).Count.ShouldBe(1800);
        wide.Proxy.Requests.ShouldBeLessThanOrEqualTo(byGit ? 4 : 3);
    }

    private async Task ShouldBumpAsync(string place, EngineContext context)
    {
        var overlay = WideRepository.Overlay(place);
        wide.Proxy.Reset();
        var inputs = new InputValues().Add("image", "web:7.0.1").Add("repository", wide.Url).Add("push", "true").Add("path", overlay);
        var outcome = await BumpTask.Declaration.RunAsync(inputs, context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await wide.Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{overlay}/kustomization.yaml"]);
        (await wide.Remote.ReadAsync("main", overlay + "/kustomization.yaml"))!.ShouldContain("newTag: 7.0.1");
        await wide.Remote.FsckAsync();
    }

    private void LeaveHttpToGit() => System.IO.File.WriteAllText(Path.Combine(_place.Home, ".gitconfig"), "[http]\n\tpostBuffer = 1000000\n");
}
