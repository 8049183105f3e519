using System.Text;
using GitOpsTasks.Bump;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;
using GitOpsTasks.Promote;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Forges;

public sealed class CountingRequestsToALargeRepository(LargeRepository large) : IClassFixture<LargeRepository>
{
    private const int Apps = 50;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bumps_one_image_by_a_tree_of_each_folder_and_little_more()
    {
        var path = LargeRepository.Overlay(42, "prod");
        var before = large.GitHub.Requests.Count;

        var outcome = await BumpTask.Declaration.RunAsync(
            new InputValues().Add("image", "web:7.0.1").Add("repository", large.Remote.Url).Add("push", "true").Add("via", "api").Add("path", path), Context(), Token);

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await large.Remote.Git.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{path}/kustomization.yaml"]);
        var (trees, _, others) = Count(before);
        // The root, apps, the service, its overlays, and one that lists all below the path; then the tip, ten files and three writes.
        trees.ShouldBe(5);
        others.ShouldBe(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changes_fifty_files_in_fifty_folders_by_twelve_requests_besides_trees(bool hasGraphQl)
    {
        large.GitHub.HasGraphQl = hasGraphQl;
        var before = large.GitHub.Requests.Count;
        var place = hasGraphQl ? "staging" : "qa";
        var paths = Enumerable.Range(100, Apps).Select(app => TreePath.Parse($"{LargeRepository.Overlay(app, place)}/kustomization.yaml")).ToList();

        await Open().CommitAsync(new CommitRequest("main", Edit(paths), new Plan { MadeAt = DateTimeOffset.UnixEpoch }, _ => "fifty\n"), Token);

        (await large.Remote.Git.NumstatAsync("main^", "main")).Order(StringComparer.Ordinal).ShouldBe(paths.Select(path => $"1\t1\t{path}"));
        var (trees, blobs, others) = Count(before);
        others.ShouldBeLessThanOrEqualTo(12);
        // The root and apps; by REST also each service, its overlays and the one of the place.
        trees.ShouldBe(hasGraphQl ? 2 : 2 + (3 * Apps));
        blobs.ShouldBe(hasGraphQl ? 0 : Apps);
        // The tip and three writes, and three levels and the files by queries, or one query that is not answered.
        others.ShouldBe(hasGraphQl ? 4 + 4 : 4 + 1);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 300)]
    public async Task Promotes_a_group_of_fifty_by_twelve_requests_besides_trees(bool hasGraphQl, int first)
    {
        large.GitHub.HasGraphQl = hasGraphQl;
        var apps = Enumerable.Range(first, Apps).Select(app => $"svc-{app:0000}").ToList();
        await large.Remote.Git.CommitAsync("main", Enumerable.Range(first, Apps).ToDictionary(
            app => $"{LargeRepository.Overlay(app, "dev")}/kustomization.yaml", app => (string?)$"resources:\n- ../../base\nimages:\n- name: web\n  newTag: 3.{app}.0\n"));
        var before = large.GitHub.Requests.Count;

        var outcome = await PromoteTask.Declare(null).RunAsync(
            new InputValues().Add("repository", large.Remote.Url).Add("from", "dev").Add("to", "prod").Add("group", $"fifty-{first}").Add("app", apps).Add("via", "api"), Context(), Token);

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        large.Remote.Pulls.ShouldContain(pull => pull.HeadRef == $"gitops/promote/fifty-{first}-to-prod");
        var (trees, blobs, others) = Count(before);
        var told = string.Join('\n', large.GitHub.Requests.Skip(before).Where(request => !request.Path.Contains("/git/trees/")).Select(request => request.Method + request.Path));
        (blobs, others).ShouldSatisfyAllConditions(
            () => blobs.ShouldBe(hasGraphQl ? 0 : BlobsOf(before).Distinct().Count(), told), () => others.ShouldBeLessThanOrEqualTo(12, told), () => trees.ShouldBe(Folders(before).Distinct().Count()));
        // Of each application its folder, overlays and both environments, with the root and apps; and what of these was another before the source changed.
        trees.ShouldBeLessThanOrEqualTo(2 * (2 + (4 * Apps)));
    }

    private (int Trees, int Blobs, int Others) Count(int before)
    {
        var requests = large.GitHub.Requests.Skip(before).ToList();
        var trees = requests.Count(request => request.Method == "GET" && request.Path.Contains("/git/trees/", StringComparison.Ordinal));
        var blobs = requests.Count(request => request.Method == "GET" && request.Path.Contains("/git/blobs/", StringComparison.Ordinal));
        return (trees, blobs, requests.Count - trees - blobs);
    }

    private IEnumerable<string> BlobsOf(int before) =>
        large.GitHub.Requests.Skip(before).Select(request => request.Path).Where(path => path.Contains("/git/blobs/", StringComparison.Ordinal));

    private IEnumerable<string> Folders(int before) => large.GitHub.Requests.Skip(before)
        .Where(request => request.Path.Contains("/git/trees/", StringComparison.Ordinal)).Select(request => request.Path.Split('?')[0]);

    private EngineContext Context() => TestEngine.Context(
        new InstantTime(), ("GITOPS_TOKEN", large.GitHub.Token), ("GITHUB_SERVER_URL", large.GitHub.Url), ("GITHUB_API_URL", large.GitHub.ApiUrl));

    private ForgeRepository Open()
    {
        var context = Context();
        return ForgeRepositorySelection.Open(context, GitRemote.Parse(large.Remote.Url, context), ForgeChoice.Auto);
    }

    private static TreeEdit Edit(List<TreePath> paths) => async (tree, _, cancellationToken) => new ChangeSet
    {
        Files = [.. (await tree.ReadAsync(paths, cancellationToken)).Values.Select(file => new FileChange(
            file.Path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content.Span).Replace("newTag: 1.", "newTag: 2.", StringComparison.Ordinal))))],
    };
}
