using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Promote;

public sealed class RefusingAPromotion : PromotedRepository
{
    private async Task ShouldBeRefusedAsync(string code)
    {
        var refs = await Remote.RefsAsync();
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics[^1].Code.ShouldBe(code);
        outcome.Diagnostics[^1].Advice.ShouldNotBeNull();
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
        Directory.EnumerateFileSystemEntries(Place.Scratch).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_source_says_two_versions()
    {
        await Remote.CommitAsync("main", "apps/web/overlays/dev/patch.yaml", "spec: {containers: [{name: a, image: web:1.3.0}]}\n");
        await ShouldBeRefusedAsync(PromoteCodes.SourceAmbiguous);
    }

    [Fact]
    public async Task Where_the_source_says_none()
    {
        await Remote.CommitAsync("main", "apps/web/overlays/dev/kustomization.yaml", "resources: [../../base]\n");
        await ShouldBeRefusedAsync(PromoteCodes.SourceEmpty);
    }

    [Fact]
    public async Task Where_the_target_does_not_name_the_image()
    {
        await Remote.CommitAsync("main", Staging, "resources: [../../base]\n");
        await ShouldBeRefusedAsync(PromoteCodes.TargetEmpty);
    }

    [Fact]
    public async Task Where_the_result_would_have_errors()
    {
        await Remote.CommitAsync("main", Staging, Overlay("web", "1.4.0").Replace("../../base", "../../bsae", StringComparison.Ordinal));
        await ShouldBeRefusedAsync(TreeCodes.GateFailed);
    }

    [Fact]
    public async Task Where_the_application_is_not_known()
    {
        var outcome = await TryPromoteAsync(("app", "wbe"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Advice.ShouldBe("Did you mean 'web'?");
    }
}
