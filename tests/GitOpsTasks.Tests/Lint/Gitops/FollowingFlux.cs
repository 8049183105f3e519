namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FollowingFlux : GitopsRepository
{
    public FollowingFlux()
    {
        Place.Write("apps/web/web.yaml", Deployment());
        Place.Write("apps/web/config.yaml", ConfigMap("web", value: "'${GREETING}'"));
    }

    private static string Kustomization(string name, string spec, string metadata = "") =>
        $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {{name: {name}{metadata}}}\nspec:\n{spec}\n";

    private static string Source(string name, string url, string reference = "{branch: main}") =>
        $"---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {{name: {name}}}\nspec: {{url: '{url}', ref: {reference}}}\n";

    [Theory]
    [InlineData("./apps/web", "GitRepository", "flux-system")]
    [InlineData("/apps/web", "GitRepository", "flux-system")]
    [InlineData("./", "GitRepository", "flux-system")]
    [InlineData("./${PATH}", "GitRepository", "flux-system")]
    [InlineData("./apps/other", "OCIRepository", "flux-system")]
    [InlineData("./apps/other", "GitRepository", "tools")]
    [InlineData("./apps/other", "GitRepository", "tagged")]
    public async Task Takes_paths_that_are_here_or_not_of_here(string path, string kind, string source)
    {
        Place.Write("clusters/a/web.yaml", Kustomization("web", $"  path: {path}\n  sourceRef: {{kind: {kind}, name: {source}}}")
            + Source("tools", "https://example.com/tools") + Source("tagged", "https://example.com/config", "{tag: v1}")
            + Source("flux-system", "ssh://git@example.com/config.git"));
        (await CodesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("flux-system")]
    [InlineData("again")]
    public async Task Finds_a_path_that_is_not_here(string source)
    {
        Place.Write("clusters/a/web.yaml", Kustomization("web", $"  path: ./apps/wbe\n  sourceRef: {{kind: GitRepository, name: {source}}}")
            + Source("flux-system", "ssh://git@example.com/config.git") + Source("again", "https://example.com/config"));
        var finding = (await CheckAsync()).ShouldHaveSingleItem();
        $"{finding.Place} {finding.Code} {finding.Advice}".ShouldBe("clusters/a/web.yaml:5:9 GOT2313 Did you mean './apps/web'?");
    }

    [Theory]
    [InlineData("  postBuild: {substitute: {GREETING: a}}", "")]
    [InlineData("  postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}", "")]
    [InlineData("  postBuild: {substituteFrom: [{kind: Secret, name: elsewhere}]}", "")]
    [InlineData("  postBuild: {substituteFrom: [{kind: ConfigMap, name: other, optional: true}]}", "")]
    [InlineData("  prune: true", "")]
    [InlineData("  patches: [{target: {kind: Kustomization}, patch: 'a: b'}]\n  postBuild: {substitute: {A: b}}", "")]
    [InlineData("  postBuild: {substitute: {A: b}}", "apps/web/config.yaml:4:12 GOT2317")]
    [InlineData("  postBuild: {substituteFrom: [{kind: ConfigMap, name: other}]}", "apps/web/config.yaml:4:12 GOT2317")]
    public async Task Finds_variables_that_are_not_set(string spec, string finding)
    {
        Place.Write("clusters/a/vars.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars}\ndata: {GREETING: hello}\n---\n" + ConfigMap("other"));
        Place.Write("clusters/a/web.yaml", Kustomization("web", "  path: ./apps/web\n  sourceRef: {kind: GitRepository, name: flux-system}\n" + spec));
        string.Join('\n', await CodesAsync()).ShouldBe(finding);
    }

    [Theory]
    [InlineData("'${A:=b} ${A:-b} $${A} ${A/b/c} $A ${a-b}'", "")]
    [InlineData("|\n    first\n    é ${A} ${B}", "apps/one/config.yaml:7:7 GOT2317")]
    public async Task Finds_where_in_a_text_a_variable_stands(string value, string finding)
    {
        Place.Write("clusters/a/web.yaml", Kustomization("web", "  path: ./apps/one\n  sourceRef: {kind: GitRepository, name: flux-system}\n  postBuild: {substitute: {B: b}}"));
        Place.Write("apps/one/kustomization.yaml", "resources: [config.yaml]\n");
        Place.Write("apps/one/config.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a}}\ndata:\n  a: {value}\n");
        string.Join('\n', await CodesAsync()).ShouldBe(finding);
    }

    [Fact]
    public async Task Leaves_out_what_is_not_substituted()
    {
        Place.Write("clusters/a/web.yaml", Kustomization("web", "  path: ./apps/one\n  sourceRef: {kind: GitRepository, name: flux-system}\n  postBuild: {substitute: {B: b}}"));
        Place.Write("apps/one/config.yaml", ConfigMap("a", ", annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}", "'${A}'"));
        (await CodesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sourceRef: {kind: HelmRepository, name: acme}", "")]
    [InlineData("sourceRef: {kind: HelmRepository, name: acme-${ENV}}", "")]
    [InlineData("sourceRef: {kind: GitRepository, name: flux-system}", "")]
    [InlineData("sourceRef: {kind: GitRepository, name: acme}", "There is a HelmRepository of that name: is that the kind you mean?")]
    [InlineData("sourceRef: {kind: HelmRepository, name: acmee}", "Did you mean 'acme'?")]
    [InlineData("sourceRef: {kind: Bucket, name: b}", "Add the Bucket, or correct the name.")]
    public async Task Finds_sources_that_are_not_defined(string reference, string advice)
    {
        Place.Write("apps/web/release.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web}\nspec:\n  chart:\n    spec:\n      version: 1.0.0\n      chart: web\n      " + reference
            + "\n---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: acme, namespace: other}\nspec: {url: 'https://example.com'}\n");
        string.Concat((await CheckAsync()).Where(finding => finding.Code == "GOT2314").Select(finding => finding.Advice)).ShouldBe(advice);
    }

    [Theory]
    [InlineData("infra", "infra", "")]
    [InlineData("b", "a", "x/b.yaml GOT2316")]
    [InlineData("a", "infra", "x/a.yaml GOT2316")]
    [InlineData("infra", "missing", "x/b.yaml GOT2315")]
    public async Task Finds_circles_and_dependencies_that_are_not_defined(string first, string second, string finding)
    {
        Place.Write("x/a.yaml", Kustomization("a", $"  dependsOn: [{{name: {first}}}]"));
        Place.Write("x/b.yaml", Kustomization("b", $"  dependsOn: [{{name: {second}}}]"));
        Place.Write("x/infra.yaml", Kustomization("infra", "  path: ./"));
        string.Join('\n', (await CheckAsync()).Select(found => $"{found.Place!.File} {found.Code}")).ShouldBe(finding);
    }

    [Theory]
    [InlineData("./charts/web", "")]
    [InlineData("./charts/wbe", "apps/web/release.yaml:7:14 GOT2313")]
    public async Task Follows_charts_that_are_folders(string chart, string finding)
    {
        Place.Write("charts/web/Chart.yaml", "name: web\n");
        Place.Write("apps/web/release.yaml", $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{name: web}}\nspec:\n  chart:\n    spec:\n      chart: {chart}\n      sourceRef: {{kind: GitRepository, name: flux-system}}\n");
        string.Join('\n', await CodesAsync()).ShouldBe(finding);
    }

    [Theory]
    [InlineData("namespace: one", "{name: redis, namespace: two}")]
    [InlineData("namespace: one", "{name: other}")]
    public async Task Tells_namespaces_and_clusters_apart(string own, string dependency)
    {
        foreach (var cluster in new[] { "a", "b" })
        {
            Place.Write($"{cluster}/redis.yaml", $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{name: redis, {own}}}\nspec: {{dependsOn: [{dependency}]}}\n");
            Place.Write($"{cluster}/other.yaml", $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{name: other, {own}}}\nspec: {{}}\n");
        }

        (await CodesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_two_owners_in_one_cluster_only()
    {
        Place.Write("apps/again/web.yaml", Deployment());
        var system = Kustomization("flux-system", "  path: ./clusters/CLUSTER\n  sourceRef: {kind: GitRepository, name: flux-system}");
        foreach (var cluster in new[] { "a", "b" })
            Place.Write($"clusters/{cluster}/flux-system/sync.yaml", system.Replace("CLUSTER", cluster, StringComparison.Ordinal));
        Place.Write("clusters/a/web.yaml", Kustomization("web", "  path: ./apps/web\n  sourceRef: {kind: GitRepository, name: flux-system}"));
        Place.Write("clusters/b/web.yaml", Kustomization("web", "  path: ./apps/again\n  sourceRef: {kind: GitRepository, name: flux-system}"));
        (await CodesAsync()).ShouldBeEmpty();
        Place.Write("clusters/b/team/again.yaml", Kustomization("again", "  path: ./apps/web\n  sourceRef: {kind: GitRepository, name: flux-system}"));
        (await CodesAsync()).ShouldBe(["clusters/b/web.yaml:5:9 GOT2311"]);
    }
}
