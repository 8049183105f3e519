using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Several applications by one pull request, several environments from one; on disk.</summary>
public sealed class PromotingGroupsAndWaves : PromotedRepository
{
    private const string Group = "gitops/promote/shop-to-staging";

    private static IEnumerable<(string App, string To, PromotionState State)> Told(IEnumerable<Promotion> promotions) =>
        promotions.Select(promotion => (promotion.App, promotion.To, promotion.State));

    private async Task<IReadOnlyList<Promotion>> RunAsync(params (string Name, string Value)[] inputs)
    {
        var values = new InputValues().Add("repository", Address);
        foreach (var (name, value) in inputs)
            values.Add(name, value);
        var outcome = await PromoteTask.Declare(null).RunAsync(values, Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Promotes_a_group_by_one_pull_request(bool isConfigured)
    {
        if (isConfigured)
            Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps: {web: {group: shop}, api: {group: shop}}\nenvironments: [{name: dev}, {name: staging, from: dev}]\n");
        (string, string)[] inputs = isConfigured ? [] : [("from", "dev"), ("to", "staging"), ("group", "shop")];
        var promotion = (await RunAsync(inputs)).ShouldHaveSingleItem();
        (promotion.App, promotion.State, promotion.Branch).ShouldBe(("shop", PromotionState.Opened, Group));
        promotion.Apps.ShouldBe(["web", "api"], ignoreOrder: true);
        (await Remote.NumstatAsync("main", Group)).Count.ShouldBe(2);
        (await RunAsync(inputs))[0].State.ShouldBe(PromotionState.Unchanged);
        await SetAsync("dev", "2.2.0", "api");
        (await RunAsync(("refresh", "true")))[0].State.ShouldBe(PromotionState.Updated);
        (await Remote.ReadAsync(Group, "apps/api/overlays/staging/kustomization.yaml")).ShouldBe(Overlay("api", "2.2.0"));
    }

    [Fact]
    public async Task Promotes_all_applications_of_an_environment_by_one()
    {
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps: {web: {}, api: {}}\nenvironments: [{name: dev}, {name: staging, from: dev, one-pull-request: true}]\n");
        (await RunAsync()).ShouldHaveSingleItem().Branch.ShouldBe("gitops/promote/all-to-staging");
    }

    [Fact]
    public async Task Infers_the_environments_from_folders_and_passes_over_what_is_not_there()
    {
        await Remote.CommitAsync("main", new Dictionary<string, string?>
        {
            ["apps/web/overlays/prod/kustomization.yaml"] = Overlay("web", "1.3.0"),
            ["apps/web/overlays/attic/kustomization.yaml"] = Overlay("web", "1.0.0"),
        });
        Told(await RunAsync()).ShouldBe(
        [
            ("api", "staging", PromotionState.Opened), ("web", "staging", PromotionState.Opened), ("web", "prod", PromotionState.Opened),
        ]);
    }

    [Fact]
    public async Task Lets_a_later_wave_wait_for_the_earlier_one()
    {
        Place.Write("gitops.yaml", """
            apiVersion: gitops-tasks/v1
            apps: {web: {}}
            environments:
            - { name: dev }
            - { name: us, from: dev, wave: 2 }
            - { name: eu, from: dev, wave: 1 }
            - { name: canary, from: dev, wave: 1, by: push }

            """);
        foreach (var environment in (string[])["us", "eu", "canary"])
            await SetAsync(environment, "1.4.0");
        Told(await RunAsync(("from", "dev"))).ShouldBe(
        [
            ("web", "eu", PromotionState.Opened), ("web", "canary", PromotionState.Pushed), ("web", "us", PromotionState.Waiting),
        ]);
        await SetAsync("eu", "1.5.0");
        Told(await RunAsync(("to", "us"))).ShouldBe([("web", "us", PromotionState.Opened)]);
    }
}
