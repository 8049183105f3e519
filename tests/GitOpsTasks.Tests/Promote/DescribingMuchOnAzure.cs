using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Descriptions hold 4,000 characters on Azure Repos: what a program reads must survive, and people see as much as fits.</summary>
public sealed class DescribingMuchOnAzure : AzurePromotion
{
    private static string Images(int count, string version) => "resources: [../../base]\nimages:\n" + string.Concat(
        Enumerable.Range(0, count).Select(number => $"- name: registry.example.com/team/service-{number:000}\n  newTag: {version}\n"));

    private async Task FillAsync(int count, string source) => await Remote.CommitAsync("main", new Dictionary<string, string?>
    {
        ["apps/web/overlays/dev/kustomization.yaml"] = Images(count, source),
        [Staging] = Images(count, "1.0.0"),
    });

    [Theory]
    [InlineData(1, false)]
    [InlineData(12, false)]
    [InlineData(60, true)]
    public async Task Says_the_same_again_without_a_request_that_changes_anything(int count, bool isApart)
    {
        await FillAsync(count, "2.0.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
        Pull.Description.Length.ShouldBeLessThanOrEqualTo(4000);
        Pull.Description.ShouldContain("service-000");
        Pull.Properties.Any().ShouldBe(isApart);
        Pull.Properties.Values.ShouldAllBe(part => part.Length <= 3000);
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
        Azure.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Keeps_what_became_less_in_place_of_what_was_more()
    {
        await FillAsync(60, "2.0.0-rc.1.with.a.long.name");
        await PromoteWebAsync();
        var parts = Pull.Properties.Count;
        await FillAsync(30, "2.0.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Updated);
        Pull.Properties.Count.ShouldBe(parts);
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
    }

    [Fact]
    public async Task Says_it_all_again_where_a_run_broke_off_before_what_is_kept_apart_was_there()
    {
        await FillAsync(60, "2.0.0");
        Azure.Fail("PATCH", "/properties$", 400);
        (await TryPromoteAsync(("app", "web"))).ExitCode.ShouldNotBe(ExitCode.Done);
        Pull.Properties.ShouldBeEmpty();
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Updated);
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
    }
}
