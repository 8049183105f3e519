using GitOpsTasks.Chain.Demo;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Chain;

public sealed class RunningTheDemo : IDisposable
{
    private const string Branch = "gitops/promote/web-to-staging";
    private readonly ChainWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Bumps_dev_by_a_commit_of_one_line()
    {
        await DemoAsync();
        (await _world.GitAsync("demo/config.git", "show", "--numstat", "--format=%s", "main"))
            .ShouldBe("Bump registry.example.com/acme/web to 1.1.0\n\n1\t1\tapps/web/overlays/dev/kustomization.yaml");
    }

    [Fact]
    public async Task Opens_the_promotion_to_staging_as_a_branch_and_a_pull_request()
    {
        var result = await DemoAsync();
        var promotion = result.Run.Promotions.Single(promotion => promotion.To == "staging");
        (promotion.State, promotion.PullRequest, promotion.Branch).ShouldBe((PromotionState.Opened, 1, Branch));
        (await _world.GitAsync("demo/config.git", "show", "--numstat", "--format=", Branch))
            .ShouldBe("1\t1\tapps/web/overlays/staging/kustomization.yaml");
        (await _world.GitAsync("demo/config.git", "cat-file", "-p", "refs/gitops/pull-requests/1")).ShouldContain("Promote web 1.1.0 to staging");
    }

    [Fact]
    public async Task Leaves_an_image_that_other_tools_read()
    {
        var result = await DemoAsync();
        var inspected = await _world.RunPartAsync("skopeo", "inspect", $"oci:{_world.PathOf("demo/images/web")}:1.1.0");
        inspected.ShouldContain(result.Run.Images.ShouldHaveSingleItem().Digest!);
    }

    [Fact]
    public async Task Makes_manifests_that_kustomize_builds()
    {
        await DemoAsync();
        await _world.GitAsync("demo", "clone", "--quiet", "config.git", "clone");
        var built = await _world.RunPartAsync("kubectl", "kustomize", _world.PathOf("demo/clone/apps/web/overlays/dev"));
        built.ShouldContain("image: registry.example.com/acme/web:1.1.0");
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await DemoAsync();
        var before = (await _world.GitAsync("demo/config.git", "for-each-ref"), _world.FilesOf("demo/images"), _world.FilesOf("demo/config.git"));
        var again = await DemoAsync();
        again.Run.Changed.ShouldBeFalse();
        (await _world.GitAsync("demo/config.git", "for-each-ref")).ShouldBe(before.Item1);
        _world.FilesOf("demo/images").ShouldBe(before.Item2, ignoreOrder: true);
        _world.FilesOf("demo/config.git").ShouldBe(before.Item3, ignoreOrder: true);
    }

    [Fact]
    public async Task Asks_for_prod_when_the_promotion_to_staging_is_merged()
    {
        await DemoAsync();
        await _world.GitAsync("demo/config.git", "fetch", "--quiet", ".", $"{Branch}:main");
        var again = await DemoAsync();
        again.Run.Promotions.Select(promotion => (promotion.To, promotion.State))
            .ShouldBe([("staging", PromotionState.Closed), ("prod", PromotionState.Opened)]);
    }

    [Fact]
    public async Task Is_the_same_everywhere()
    {
        var first = await DemoAsync();
        using var elsewhere = new ChainWorld();
        var second = await DemoAsync(elsewhere);
        second.Run.Images[0].Digest.ShouldBe(first.Run.Images[0].Digest);
        (await elsewhere.GitAsync("demo/app", "rev-parse", "HEAD")).ShouldBe(await _world.GitAsync("demo/app", "rev-parse", "HEAD"));
    }

    [Fact]
    public async Task Refuses_a_folder_that_holds_something_else()
    {
        _world.Write("demo/mine.txt", "mine");
        var failure = await Should.ThrowAsync<TaskFailedException>(() => DemoTask.RunAsync(new DemoRequest("demo"), _world.Context, ChainWorld.Token));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        _world.FilesOf("demo").ShouldHaveSingleItem();
    }

    private Task<DemoResult> DemoAsync() => DemoAsync(_world);

    private static async Task<DemoResult> DemoAsync(ChainWorld world)
    {
        var outcome = await DemoTask.RunAsync(new DemoRequest("demo"), world.Context, ChainWorld.Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return outcome.Result.ShouldNotBeNull();
    }
}
