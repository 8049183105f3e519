using GitOpsTasks.Contracts;
using GitOpsTasks.Init;
using GitOpsTasks.Tests.Lint;

namespace GitOpsTasks.Tests.Init;

public sealed class ReadingALayout : IDisposable
{
    private const string Deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: web\n        image: ghcr.io/acme/web:1.0.0\n";
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("apps/web/overlays/dev,apps/web/overlays/prod,apps/api/overlays/dev,apps/api/overlays/prod", "api,web", "dev=apps/{app}/overlays/dev,prod=apps/{app}/overlays/prod", "apps/web")]
    [InlineData("environments/staging/web,environments/production/web", "web", "staging=environments/staging/{app},production=environments/production/{app}", "environments/staging/web")]
    [InlineData("k8s/overlays/test,k8s/overlays/live", "shop", "test=k8s/overlays/test,live=k8s/overlays/live", "k8s")]
    [InlineData("web/dev,web/prod", "web", "dev={app}/dev,prod={app}/prod", "web")]
    [InlineData("a/web/overlays/dev,b/api/overlays/dev", "api,web", "dev=", "a/web")]
    [InlineData("overlays/eu-1,overlays/us-1", "shop", "eu-1=overlays/eu-1,us-1=overlays/us-1", null)]
    public async Task Tells_applications_and_environments_by_folders(string folders, string apps, string environments, string? path)
    {
        foreach (var folder in folders.Split(','))
            Overlay(folder);
        var (result, diagnostics) = await _site.InitAsync("ci=none");
        diagnostics.ShouldBeEmpty();
        result.Files.Select(file => file.Path).ShouldBe(["gitops.yaml"]);
        var config = _site.Config();
        string.Join(',', config.Apps.Keys).ShouldBe(apps);
        string.Join(',', config.Environments.Select(environment => $"{environment.Name}={environment.Path}")).ShouldBe(environments);
        if (path is not null)
            config.AppPath(config.Apps.Keys.Last()).ShouldBe(path);
        foreach (var folder in folders.Split(','))
            config.Environments.SelectMany(environment => config.Apps.Keys.Select(app => config.EnvironmentPath(environment, app))).ShouldContain(folder);
    }

    [Fact]
    public async Task Connects_the_image_that_is_built_here_with_the_manifests_that_run_it()
    {
        _site.Write("Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        Overlay("deploy/web/overlays/dev");
        Overlay("deploy/web/overlays/prod");
        await _site.InitAsync();
        var config = _site.Config();
        config.Images["web"].Repository.ShouldBe("ghcr.io/acme/web");
        (config.Apps["web"].Image, config.Apps["web"].Spec).ShouldBe(("web", null));
        _site.Has("config/web.yaml").ShouldBeFalse();
        (await _site.TryAsync("lint", "only=yaml", "path=gitops.yaml", "strict=true")).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Proposes_a_spec_for_an_application_without_manifests_beside_others()
    {
        Overlay("deploy/web/overlays/dev");
        _site.Write("api/Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        await _site.InitAsync("image=ghcr.io/acme/{app}:1.0.0");
        var config = _site.Config();
        config.AppPath("api").ShouldBe("deploy/api");
        config.Apps["api"].Spec.ShouldBe("config/api.yaml");
        _site.Read("config/api.yaml").ShouldContain("environments:\n  dev: {}\n");
    }

    [Theory]
    [InlineData("k8s/deployment.yaml", "shop", "k8s")]
    [InlineData("manifests/web/deployment.yaml", "web", "manifests/{app}")]
    public async Task Tells_of_plain_manifests(string file, string app, string path)
    {
        _site.Write(file, Deployment);
        var (result, diagnostics) = await _site.InitAsync("ci=none");
        result.Apps.ShouldBe([app]);
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(InitCodes.Guessed);
        var environment = _site.Config().Environments.ShouldHaveSingleItem();
        (environment.Name, environment.Path).ShouldBe(("prod", path));
    }

    [Fact]
    public async Task Tells_of_charts_by_their_values()
    {
        _site.Write("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
        _site.Write("charts/web/values.yaml", "image: { repository: ghcr.io/acme/web, tag: 1.0.0 }\n");
        _site.Write("charts/web/values-dev.yaml", "image: { repository: ghcr.io/acme/web, tag: 1.0.0 }\n");
        _site.Write("charts/web/values.prod.yaml", "image: { repository: ghcr.io/acme/web, tag: 1.0.0 }\n");
        _site.Write("charts/web/templates/deployment.yaml", "kind: {{ .Values.kind }}\n");
        _site.Write("charts/web/charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
        await _site.InitAsync("ci=none");
        _site.Config().Environments.Select(environment => environment.Path).ShouldBe(["charts/{app}/values-dev.yaml", "charts/{app}/values.prod.yaml"]);
        var bumped = await _site.TryAsync("bump", "path=charts/web/values-dev.yaml", "image=ghcr.io/acme/web:1.1.0");
        bumped.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', bumped.Diagnostics));
        _site.Read("charts/web/values-dev.yaml").ShouldContain("1.1.0");
    }

    [Theory]
    [InlineData("apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: web }\nspec: {}\n", "argocd")]
    [InlineData("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: web }\nspec: { path: ./apps }\n", "flux")]
    public async Task Tells_the_agent_by_its_objects(string manifest, string agent)
    {
        _site.CheckOut("git@github.com:acme/shop.git");
        _site.Write("clusters/prod/apps.yaml", manifest);
        _site.Write("Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        var (result, _) = await _site.InitAsync();
        result.Agent.ShouldBe(agent);
        result.Facts.ShouldContain(new DerivedFact("", $"agent {agent}", "clusters/prod/apps.yaml:1"));
        result.Next[0].ShouldBe($"gitops generate config/shop.yaml --out apps/{{app}} --agent {agent}");
        _site.Read("config/shop.yaml").ShouldContain("agent:\n  repository: https://github.com/acme/shop\n");
        (await _site.TryAsync("generate", "spec=config/shop.yaml", "out=apps/shop", $"agent={agent}")).ExitCode.ShouldBe(ExitCode.Done);
        (await _site.TryAsync("lint", "path=apps")).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Tells_what_does_not_fit()
    {
        foreach (var folder in new[] { "apps/web/overlays/dev", "apps/web/overlays/prod", "apps/api/overlays/dev", "apps/api/overlays/prod", "old/prod" })
            Overlay(folder);
        var (result, diagnostics) = await _site.InitAsync("ci=none");
        result.Apps.ShouldBe(["api", "web"]);
        var found = diagnostics.ShouldHaveSingleItem();
        (found.Code, found.Place!.File).ShouldBe((InitCodes.OddLayout, "old/prod/kustomization.yaml"));
    }

    [Theory]
    [InlineData("argocd-example-apps", 7, "prod")]
    [InlineData("flux2-kustomize-helm-example", 1, "staging,production")]
    public async Task Reads_repositories_of_others(string name, int apps, string environments)
    {
        Corpus.CopyTo(name, _site.Folder);
        var before = _site.Contents();
        var (result, _) = await _site.InitAsync();
        (result.Apps.Count, string.Join(',', result.Environments)).ShouldBe((apps, environments));
        _site.Contents().Keys.Except(before.Keys).ShouldAllBe(path => path == "gitops.yaml" || path.StartsWith(".github/", StringComparison.Ordinal) || path.StartsWith("azure-pipelines", StringComparison.Ordinal));
        var config = _site.Config();
        foreach (var environment in config.Environments)
            config.Apps.Keys.ShouldAllBe(app => Directory.Exists(_site.PathOf(config.EnvironmentPath(environment, app))));
        (await _site.InitAsync()).Result.Changed.ShouldBeFalse();
    }

    private void Overlay(string folder)
    {
        var @base = folder.Contains("overlays", StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(folder)!)!, "base") : $"base-of/{folder.Replace('/', '-')}";
        _site.Write($"{@base}/deployment.yaml", Deployment);
        _site.Write($"{@base}/kustomization.yaml", "resources: [deployment.yaml]\n");
        _site.Write($"{folder}/kustomization.yaml", $"resources: [{Path.GetRelativePath(folder, @base)}]\nimages: [{{ name: ghcr.io/acme/web, newTag: 1.0.0 }}]\n");
    }
}
