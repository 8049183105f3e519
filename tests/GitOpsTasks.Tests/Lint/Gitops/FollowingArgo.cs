using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FollowingArgo : GitopsRepository
{
    private const string Here = "https://git.example.com/acme/config.git";

    public FollowingArgo()
    {
        Place.Write("apps/web/web.yaml", Deployment());
        Place.Write("charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        Place.Write("charts/shop/values-prod.yaml", "a: b\n");
        Place.Write("clusters/prod/cluster.yaml", "name: prod\n");
        Place.Write("argocd/known.yaml", Application($"repoURL: {Here}, path: apps/web", "known"));
    }

    private static string Application(string source, string name = "app", string destination = "https://a.example.com") =>
        $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: {name}}}\nspec:\n  destination: {{server: '{destination}', namespace: shop}}\n  source: {{{source}}}\n";

    private static string Set(string generator, string source = "repoURL: '{{url}}', path: '{{path}}'") =>
        $"apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {{name: set}}\nspec:\n  generators: [{generator}]\n  template: {{spec: {{source: {{{source}}}}}}}\n";

    [Theory]
    [InlineData("repoURL: 'git@git.example.com:acme/config', path: apps/web")]
    [InlineData("repoURL: 'ssh://git@git.example.com:22/acme/config', path: apps/web/")]
    [InlineData("repoURL: https://git.example.com/acme/other, path: apps/wbe")]
    [InlineData("repoURL: " + Here + ", path: elsewhere/web")]
    [InlineData("repoURL: " + Here + ", path: apps/wbe, targetRevision: v1.0.0")]
    [InlineData("repoURL: " + Here + ", chart: web, targetRevision: 1.0.0")]
    [InlineData("repoURL: " + Here + ", path: charts/shop, helm: {valueFiles: [values-prod.yaml, /charts/shop/values-prod.yaml, $values/x.yaml, 'https://example.com/v.yaml']}")]
    [InlineData("repoURL: " + Here + ", path: charts/shop, helm: {valueFiles: [values-dev.yaml], ignoreMissingValueFiles: true}")]
    public async Task Takes_paths_that_are_here_or_not_of_here(string source)
    {
        Place.Write("argocd/app.yaml", Application(source, destination: "https://b.example.com"));
        (await CodesAsync()).Where(finding => finding.EndsWith("GOT2312", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("repoURL: 'git@git.example.com:acme/config', path: apps/wbe", "6:62 Did you mean 'apps/web'?")]
    [InlineData("path: apps/none, repoURL: " + Here, "6:18 Correct the path; it starts at the root of the repository.")]
    [InlineData("path: charts/shop, helm: {valueFiles: [values-prd.yaml]}, repoURL: " + Here, "6:51 Did you mean 'values-prod.yaml'?")]
    public async Task Finds_paths_that_are_not_here(string source, string finding)
    {
        Place.Write("argocd/app.yaml", Application(source, destination: "https://b.example.com"));
        (await CheckAsync()).Where(found => found.Code == "GOT2312").Select(found => $"{found.Place!.Line}:{found.Place.Column} {found.Advice}").ShouldBe([finding]);
    }

    [Theory]
    [InlineData("$values/charts/shop/values-prod.yaml", "")]
    [InlineData("$values/charts/shop/values-prd.yaml", "argocd/many.yaml:7:78 GOT2312")]
    [InlineData("$other/charts/shop/values-prd.yaml", "")]
    public async Task Follows_values_of_another_source(string values, string finding)
    {
        Place.Write("argocd/many.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: many}\nspec:\n  sources:\n"
            + $"  - {{repoURL: {Here}, ref: values}}\n  - {{repoURL: 'https://charts.example.com', chart: shop, helm: {{valueFiles: ['{values}']}}}}\n");
        string.Join('\n', (await CodesAsync()).Where(found => found.EndsWith("GOT2312", StringComparison.Ordinal))).ShouldBe(finding);
    }

    [Theory]
    [InlineData("https://user@git.example.com/acme/config", Severity.Error)]
    [InlineData("git@git.example.com:acme/config.git", Severity.Error)]
    [InlineData("https://git.example.com/somebody/fork", null)]
    public async Task Judges_by_the_origin_of_the_checkout(string origin, Severity? severity)
    {
        Place.Write(".git/HEAD", "ref: refs/heads/main\n");
        Place.Write(".git/objects/info/keep", "");
        Place.Write(".git/config", $"[core]\n\tbare = false\n[remote \"origin\"]\n\turl = {origin}\n");
        Place.Write("argocd/app.yaml", Application($"repoURL: {Here}, path: none/web"));
        (await CheckAsync()).FirstOrDefault(finding => finding.Code == "GOT2312")?.Severity.ShouldBe(severity!.Value);
        (await CheckAsync()).Any(finding => finding.Code == "GOT2312").ShouldBe(severity is not null);
    }

    [Theory]
    [InlineData("{git: {repoURL: '" + Here + "', directories: [{path: 'apps/*'}, {path: 'x/*', exclude: true}]}}", 0)]
    [InlineData("{git: {repoURL: '" + Here + "', files: [{path: 'clusters/**/cluster.yaml'}, {path: 'x/*.json'}]}}", 0)]
    [InlineData("{git: {repoURL: 'https://example.com/other', directories: [{path: 'none/*'}]}}", 0)]
    [InlineData("{git: {repoURL: '" + Here + "', directories: [{path: 'none/*'}]}}", 1)]
    [InlineData("{git: {repoURL: '" + Here + "', files: [{path: 'clusters/*/clustr.yaml'}]}}", 1)]
    [InlineData("{matrix: {generators: [{git: {repoURL: '" + Here + "', directories: [{path: apps/none}]}}, {list: {elements: []}}]}}", 1)]
    public async Task Finds_generators_that_find_nothing(string generator, int count)
    {
        Place.Write("argocd/set.yaml", Set(generator));
        (await CheckAsync()).Count(finding => finding.Code == "GOT2312").ShouldBe(count);
    }

    [Fact]
    public async Task Looks_at_every_source_and_at_templates_that_say_their_path()
    {
        Place.Write("argocd/shop.yaml", Application($"repoURL: {Here}, path: charts/shop", "shop"));
        Place.Write("argocd/many.yaml", $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: many}}\nspec:\n  sources:\n  - {{repoURL: {Here}, ref: values}}\n  - {{repoURL: {Here}, path: apps/wbe}}\n");
        Place.Write("argocd/set.yaml", Set("{list: {elements: []}}", $"repoURL: {Here}, path: apps/wob"));
        (await CodesAsync()).Where(finding => finding.EndsWith("GOT2312", StringComparison.Ordinal)).ShouldBe(["argocd/many.yaml:7:62 GOT2312", "argocd/set.yaml:6:86 GOT2312"]);
    }

    [Theory]
    [InlineData("a: [\n", "apps/web/file.yaml:1:4 GOT2318")]
    [InlineData("a: b\n", "apps/web/file.yaml:1:1 GOT2318")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: [\n", "")]
    [InlineData("# only a comment\n", "")]
    [InlineData("# +argocd:skip-file-rendering\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", "")]
    [InlineData("# never write +argocd:skip-file-rendering here\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n", "apps/web/file.yaml:1:15 GOT2318")]
    public async Task Finds_files_that_are_passed_over(string text, string finding)
    {
        Place.Write("apps/web/file.yaml", text);
        string.Join('\n', (await CodesAsync()).Where(found => found.EndsWith("GOT2318", StringComparison.Ordinal))).ShouldBe(finding);
    }

    [Fact]
    public async Task Finds_folders_below_that_nothing_reads()
    {
        Place.Write("apps/web/below/config.yaml", ConfigMap("a"));
        (await CodesAsync()).ShouldBe(["argocd/known.yaml:6:68 GOT2318"]);
        Place.Write("argocd/below.yaml", Application($"repoURL: {Here}, path: apps/web/below", "below"));
        (await CodesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://a.example.com", "", "argocd/known.yaml")]
    [InlineData("https://b.example.com", "", "")]
    [InlineData("https://a.example.com", "kustomize: {namePrefix: b-}, ", "")]
    public async Task Finds_two_owners_in_one_cluster_only(string destination, string more, string file)
    {
        Place.Write("apps/copy/web.yaml", Deployment());
        Place.Write("argocd/copy.yaml", Application($"{more}repoURL: {Here}, path: apps/copy", "copy", destination));
        string.Concat((await CheckAsync()).Where(finding => finding.Code == "GOT2311").Select(finding => finding.Place!.File)).ShouldBe(file);
    }

    [Theory]
    [InlineData("-1", "0", "")]
    [InlineData("0", "0", "")]
    [InlineData("1", "0", "all.yaml:4:47 GOT2319")]
    [InlineData("0", "-1", "all.yaml:9:47 GOT2319")]
    [InlineData("x", "-1", "")]
    public async Task Finds_waves_in_the_wrong_order(string ofNamespace, string ofConfig, string finding)
    {
        static string Wave(string wave) => wave == "0" ? "" : $"\n  annotations: {{argocd.argoproj.io/sync-wave: \"{wave}\"}}";
        Place.Write("all.yaml", $"apiVersion: v1\nkind: Namespace\nmetadata:{Wave(ofNamespace)}\n  name: shop\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:{Wave(ofConfig)}\n  name: a\n  namespace: shop\n");
        string.Join('\n', (await CodesAsync()).Where(found => found.EndsWith("GOT2319", StringComparison.Ordinal))).ShouldBe(finding);
    }
}
