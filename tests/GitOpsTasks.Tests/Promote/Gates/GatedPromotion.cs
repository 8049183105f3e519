using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

/// <summary>A promotion of web from dev to staging whose gates are those of gitops.yaml; its pull request is kept in the repository.</summary>
public abstract class GatedPromotion : PromotedRepository
{
    internal SetTime Time { get; } = new();

    protected override EngineContext Context => Place.Context() with { Time = Time };

    /// <summary>Writes gitops.yaml with some gates, and with more keys of the target or the whole file.</summary>
    protected void Configure(string gates, string ofTarget = "", string more = "") => Place.Write("gitops.yaml", $"""
        apiVersion: gitops-tasks/v1
        apps: {"{"} web: {"{}"} {"}"}
        environments:
          - name: dev
            path: "apps/{"{app}"}/overlays/dev"
          - name: staging
            path: "apps/{"{app}"}/overlays/staging"
            from: dev
            {ofTarget}
            {(gates.Length > 0 ? $"gates: {gates}" : "")}
        {more}
        """);

    protected async Task<TaskOutcome> RunAsync(params (string Name, string Value)[] more)
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("render", "off");
        foreach (var (name, value) in more)
            inputs.Add(name, value);
        return await PromoteTask.Declare(null, PromotionGates.All).RunAsync(inputs, Context, Token);
    }

    protected async Task<Promotion> PromotionAsync(params (string Name, string Value)[] more)
    {
        var outcome = await RunAsync(more);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem();
    }

    /// <summary>What the one gate says.</summary>
    protected async Task<GateResult> GateAsync() => (await PromotionAsync()).Gates.ShouldHaveSingleItem();

    /// <summary>What the one gate says, which is shown as it is to people.</summary>
    protected async Task ShouldBeAsync(GateState state, string detail)
    {
        var gate = await GateAsync();
        (gate.State, gate.Detail).ShouldBe((state, detail));
    }
}
