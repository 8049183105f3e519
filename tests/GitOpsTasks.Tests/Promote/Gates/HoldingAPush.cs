using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class HoldingAPush : GatedPromotion
{
    [Fact]
    public async Task Waits_without_failing_until_its_gates_are_met()
    {
        Configure("", "soak: 24h\n    by: push");
        var tip = await Remote.TipAsync("main");
        var outcome = await RunAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var promotion = ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem();
        (promotion.State, promotion.Gates.Single().State, promotion.IsWritten).ShouldBe((PromotionState.Waiting, GateState.Pending, false));
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromoteCodes.GateNotMet);
        outcome.Diagnostics[0].Severity.ShouldBe(Severity.Note);
        outcome.RenderText()!.ShouldContain("waits for its gates");
        (await Remote.TipAsync("main")).ShouldBe(tip);

        Time.Now = Time.Now.AddDays(2);
        (await PromotionAsync()).State.ShouldBe(PromotionState.Pushed);
        (await Remote.ReadAsync("main", Staging))!.ShouldContain("1.5.0");
    }

    [Fact]
    public async Task Fails_where_that_is_wanted()
    {
        Configure("", "soak: 24h\n    by: push");
        var outcome = await RunAsync(("unmet-gates", "fail"));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, PromoteCodes.GateNotMet));
    }
}
