using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Promote.Gates;

/// <summary>Gates that look at history, registry and files, where the repository is read by the API alone.</summary>
public sealed class AskingThroughTheApi : GitHubPromotion
{
    private readonly SetTime _time = new();

    protected override string Via => "api";

    protected override EngineContext Context => base.Context with { Time = _time };

    [Fact]
    public async Task Soaks_by_the_history_that_the_api_tells()
    {
        Configure("soak: 2h");
        (await GateAsync()).State.ShouldBe(GateState.Pending);
        Pull.IsDraft.ShouldBeTrue();
        _time.Now = _time.Now.AddDays(1);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        Pull.IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Looks_for_the_image_in_its_registry()
    {
        await using var registry = await DockerRegistryServer.StartAsync();
        foreach (var (environment, version) in new[] { ("dev", "1.5.0"), ("staging", "1.4.0") })
            await Remote.CommitAsync("main", $"apps/web/overlays/{environment}/kustomization.yaml", $"resources: [../../base]\nimages:\n- name: web\n  newName: {registry.Host}/acme/web\n  newTag: {version}\n");
        Configure("gates: { platforms: [linux/amd64, linux/arm64] }");
        (await GateAsync()).State.ShouldBe(GateState.Pending);
        await SampleImage.PushAsync(new RegistryClient(Context, $"{registry.Host}/acme/web"), "1.5.0");
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    [Fact]
    public async Task Lints_what_the_target_would_become()
    {
        await Remote.CommitAsync("main", "apps/web/overlays/staging/kustomization.yaml", Overlay("web", "1.4.0").Replace("../../base", "../../gone", StringComparison.Ordinal));
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.ShouldContain(found => found.Code.StartsWith("GOT21", StringComparison.Ordinal), string.Join('\n', outcome.Diagnostics));
        GitHub.Mutations.ShouldBeEmpty();
    }

    private void Configure(string asked) => Place.Write("gitops.yaml", $$"""
        apiVersion: gitops-tasks/v1
        apps: { web: {} }
        environments:
          - { name: dev, path: "apps/{app}/overlays/dev" }
          - { name: staging, path: "apps/{app}/overlays/staging", from: dev, {{asked}} }
        """);

    private async Task<GateResult> GateAsync()
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("render", "off").Add("via", Via);
        var outcome = await PromoteTask.Declare(LintCheck.Gate, PromotionGates.All).RunAsync(inputs, Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem().Gates.ShouldHaveSingleItem();
    }
}
