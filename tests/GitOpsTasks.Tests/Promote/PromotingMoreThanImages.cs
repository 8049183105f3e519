using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Declared fields, charts and files, groups, and applications that share a folder; on disk.</summary>
public sealed class PromotingMoreThanImages : PromotedRepository
{
    private const string Dev = "apps/web/overlays/dev/";
    private const string Target = "apps/web/overlays/staging/";

    private void Configure(string app, string more = "") => Place.Write("gitops.yaml", $$"""
        apiVersion: gitops-tasks/v1
        apps: { web: {{app}}, api: {} }
        environments:
        - { name: dev }
        - { name: staging, from: dev, by: push }
        {{more}}
        """);

    private async Task<string?> PromotedAsync(string file)
    {
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Pushed);
        return await Remote.ReadAsync("main", Target + file);
    }

    [Fact]
    public async Task Takes_single_values_along_and_no_other_byte()
    {
        Configure("{ promote: [images, 'values:/replicas', 'settings-{environment}.yaml:/a.b/0/c'] }");
        await Remote.CommitAsync("main", new Dictionary<string, string?>
        {
            [Dev + "values.yaml"] = "replicas: 5\nhost: dev\n",
            [Target + "values.yaml"] = "host:   staging # stays\nreplicas: 3   # three\n",
            [Dev + "settings-dev.yaml"] = "a.b:\n- c: 'new'\n",
            [Target + "settings-staging.yaml"] = "a.b:\n- {c: old, d: 1}\n",
        });
        (await PromotedAsync("values.yaml")).ShouldBe("host:   staging # stays\nreplicas: 5   # three\n");
        (await Remote.ReadAsync("main", Target + "settings-staging.yaml")).ShouldBe("a.b:\n- {c: new, d: 1}\n");
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.5.0"));
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
    }

    [Fact]
    public async Task Tells_what_it_takes_along()
    {
        Configure("{ promote: ['values:/replicas'] }");
        await Remote.CommitAsync("main", new Dictionary<string, string?> { [Dev + "values.yaml"] = "replicas: 5\n", [Target + "values.yaml"] = "replicas: 3\n" });
        var promotion = await PromoteWebAsync();
        promotion.Images.ShouldBeEmpty();
        promotion.Values.ShouldBe([new PromotedImage("values.yaml replicas", "3", "5")]);
    }

    [Theory]
    [InlineData("replicas: [1]\n", "replicas: 3\n", "is no single value")]
    [InlineData("replicas: 5\n", "other: 3\n", "is not in the target")]
    [InlineData("replicas: 5\n", null, "staging has no such file")]
    public async Task Refuses_a_field_that_cannot_be_taken_along(string source, string? target, string message)
    {
        Configure("{ promote: ['values:/replicas'] }");
        await Remote.CommitAsync("main", Dev + "values.yaml", source);
        if (target is not null)
            await Remote.CommitAsync("main", Target + "values.yaml", target);
        var outcome = await TryPromoteAsync(("app", "web"));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, PromoteCodes.FieldUnusable));
        outcome.Diagnostics[^1].Message.ShouldContain(message);
    }

    [Fact]
    public async Task Takes_whole_files_along_and_removes_those_that_are_gone()
    {
        Configure("{ promote: ['file:config/', 'file:rules.json'] }");
        await Remote.CommitAsync("main", new Dictionary<string, string?>
        {
            [Dev + "config/a.properties"] = "a=2\r\n",
            [Dev + "config/new.txt"] = "new",
            [Dev + "rules.json"] = "{}",
            [Target + "config/a.properties"] = "a=1\n",
            [Target + "config/gone.txt"] = "x",
            [Target + "deep/rules.json"] = "stays",
        });
        (await PromotedAsync("config/a.properties")).ShouldBe("a=2\r\n");
        (await Remote.ReadAsync("main", Target + "config/new.txt")).ShouldBe("new");
        (await Remote.ReadAsync("main", Target + "config/gone.txt")).ShouldBeNull();
        (await Remote.ReadAsync("main", Target + "rules.json")).ShouldBe("{}");
        (await Remote.ReadAsync("main", Target + "deep/rules.json")).ShouldBe("stays");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
    }

    [Theory]
    [InlineData("apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{ name: redis, namespace: argocd }}\nspec:\n  project: default\n  destination: {{ name: in-cluster, namespace: redis }}\n  source: {{ chart: redis, repoURL: x, targetRevision: {0} }}\n")]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{ name: redis, namespace: redis }}\nspec:\n  interval: 10m\n  chart:\n    spec: {{ chart: redis, version: {0}, sourceRef: {{ kind: HelmRepository, name: x }} }}\n")]
    [InlineData("helmCharts:\n- name: redis\n  version: {0} # c\n")]
    public async Task Takes_versions_of_charts_along_and_never_back(string file)
    {
        Configure("{ promote: [charts] }");
        string With(string version) => string.Format(System.Globalization.CultureInfo.InvariantCulture, file, version);
        await Remote.CommitAsync("main", new Dictionary<string, string?> { [Dev + "chart.yaml"] = With("7.1.0"), [Target + "chart.yaml"] = With("7.0.0") });
        (await PromotedAsync("chart.yaml")).ShouldBe(With("7.1.0"));
        await Remote.CommitAsync("main", Dev + "chart.yaml", With("6.0.0"));
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
    }

    [Fact]
    public async Task Never_takes_an_image_back_and_says_so()
    {
        await SetAsync("dev", "1.3.0");
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromoteCodes.TargetNewer);
        ((PromoteResult)outcome.UntypedResult!).Promotions[0].State.ShouldBe(PromotionState.NothingToPromote);
    }

    [Fact]
    public async Task Takes_only_the_named_images()
    {
        Configure("{ promote: ['image:web'] }");
        await Remote.CommitAsync("main", new Dictionary<string, string?>
        {
            [Dev + "more.yaml"] = "spec: {containers: [{name: a, image: 'proxy:2'}]}\n",
            [Target + "more.yaml"] = "spec: {containers: [{name: a, image: 'proxy:1'}]}\n",
        });
        (await PromotedAsync("more.yaml")).ShouldBe("spec: {containers: [{name: a, image: 'proxy:1'}]}\n");
    }

    [Theory]
    [InlineData("{ promote: [replicas] }")]
    [InlineData("{ promote: ['file:../x'] }")]
    [InlineData("{ promote: ['values:a[['] }")]
    public async Task Refuses_a_part_it_does_not_know(string app)
    {
        Configure(app);
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics[0].Code.ShouldBe("GOT1106");
    }
}
