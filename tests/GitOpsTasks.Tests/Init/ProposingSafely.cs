using GitOpsTasks.Contracts;
using GitOpsTasks.Init;

namespace GitOpsTasks.Tests.Init;

public sealed class ProposingSafely : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Writes_nothing_in_a_dry_run_and_shows_all()
    {
        _site.Write("Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        var before = _site.Contents();
        var (result, _) = await _site.InitAsync("dry-run=true");
        _site.Contents().ShouldBe(before, ignoreOrder: true);
        result.Changed.ShouldBeTrue();
        var text = InitTask.Declaration.Text!(result);
        foreach (var file in result.Files)
            text.ShouldContain($"\n--- {file.Path}\n{file.Content}");
        await _site.InitAsync();
        foreach (var file in result.Files)
            _site.Read(file.Path).ShouldBe(file.Content);
    }

    [Fact]
    public async Task Never_overwrites_a_file()
    {
        _site.Write("Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        _site.Write("config/shop.yaml", "mine: true\n");
        _site.Write(".github/workflows/gitops.yml", "mine: true\n");
        var (result, diagnostics) = await _site.InitAsync();
        _site.Read("config/shop.yaml").ShouldBe("mine: true\n");
        _site.Read(".github/workflows/gitops.yml").ShouldBe("mine: true\n");
        diagnostics.Where(found => found.Code == InitCodes.Exists).Select(found => found.Place!.File).ShouldBe(["config/shop.yaml", ".github/workflows/gitops.yml"]);
        result.Files.Select(file => file.State).ShouldBe(["kept", "written", "kept"]);
    }

    [Fact]
    public async Task Completes_what_an_existing_configuration_leaves_open()
    {
        _site.Write("web/Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        _site.Write("api/Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        _site.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps:\n  web: { spec: specs/web.yaml, path: deploy/web }\nenvironments:\n  - name: qa\n");
        var (result, diagnostics) = await _site.InitAsync("ci=github");
        result.Apps.ShouldBe(["web"]);
        _site.Read("specs/web.yaml").ShouldContain("environments:\n  qa: {}\n");
        _site.Read(".github/workflows/gitops.yml").ShouldContain("specs/web.yaml\n          out: 'deploy/{app}'\n");
        diagnostics.ShouldContain(found => found.Code == InitCodes.Exists && found.Message.Contains("'api'"));
    }

    [Fact]
    public async Task Follows_no_links_out_of_the_repository()
    {
        Directory.CreateDirectory(_site.PathOf("../outside"));
        File.WriteAllText(_site.PathOf("../outside/Dockerfile"), "FROM scratch\nEXPOSE 1\n");
        File.WriteAllText(_site.PathOf("../outside/secret.env"), "LEAK=1\n");
        Directory.CreateSymbolicLink(_site.PathOf("linked"), _site.PathOf("../outside"));
        File.CreateSymbolicLink(_site.PathOf("Dockerfile"), _site.PathOf("../outside/Dockerfile"));
        File.CreateSymbolicLink(_site.PathOf("web.env"), _site.PathOf("../outside/secret.env"));
        _site.Write("compose.yaml", "services:\n  web: { image: \"acme/web:1.0.0\", env_file: web.env }\n");
        var (result, _) = await _site.InitAsync("ci=none");
        result.Apps.ShouldBe(["web"]);
        _site.Read("config/web.yaml").ShouldNotContain("LEAK");
        Directory.CreateSymbolicLink(_site.PathOf(".github"), _site.PathOf("../outside"));
        (await _site.TryAsync("init", "ci=github")).ExitCode.ShouldBe(ExitCode.Findings);
        Directory.Exists(_site.PathOf("../outside/workflows")).ShouldBeFalse();
    }

    [Fact]
    public async Task Writes_the_same_bytes_of_the_same_files()
    {
        string? first = null;
        for (var run = 0; run < 2; run++)
        {
            using var site = new Site();
            foreach (var name in run == 0 ? new[] { "b", "a", "c" } : ["c", "b", "a"])
                site.Write($"{name}/Dockerfile", $"FROM node:22\nEXPOSE 80{name.Length}0\nENV B=1 A=2\nUSER node\n");
            var (result, _) = await site.InitAsync();
            var all = string.Concat(result.Files.Select(file => $"{file.Path}\n{file.Content}"));
            all.ShouldNotContain('\r');
            (first ??= all).ShouldBe(all);
        }
    }

    [Theory]
    [InlineData("name=Web Shop", "name")]
    [InlineData("image=Not An Image", "image")]
    [InlineData("environments=dev,DEV!", "environments")]
    [InlineData("environments=dev,dev", "environments")]
    public async Task Refuses_inputs_it_cannot_use(string input, string name)
    {
        _site.Write("Dockerfile", "FROM scratch\n");
        var outcome = await _site.TryAsync("init", input);
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        var found = outcome.Diagnostics.ShouldHaveSingleItem();
        found.Code.ShouldBe(InitCodes.InputUnusable);
        found.Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("name=shop", "2 applications")]
    [InlineData("image=ghcr.io/acme/shop", "cannot share")]
    public async Task Refuses_one_name_for_several(string input, string message)
    {
        _site.Write("a/Dockerfile", "FROM scratch\n");
        _site.Write("b/Dockerfile", "FROM scratch\n");
        var outcome = await _site.TryAsync("init", input);
        outcome.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(message);
        _site.Has("gitops.yaml").ShouldBeFalse();
    }

    [Theory]
    [InlineData("services:\n  web:\n    image: acme/web:1.0.0\n    volumes: [\":/x\", \"\", \":\", \"a:\"]\n    ports: [\":\", \"-\", \"99999\", \"1-99999\"]\n")]
    [InlineData("x: &x\n  <<: *x\n  A: a\nservices:\n  web:\n    image: acme/web:1.0.0\n    environment: *x\n")]
    [InlineData("services:\n  web: &web\n    <<: *web\n    image: acme/web:1.0.0\n    command: \"${A:-NESTED}\"\n")]
    [InlineData("services:\n  web:\n    image: acme/web:1.0.0\n    healthcheck: []\n    deploy: x\n    build: []\n    env_file: {}\n")]
    public async Task Comes_to_an_end_whatever_it_reads(string compose)
    {
        var nested = string.Concat(Enumerable.Repeat("${A:-", 50_000)) + new string('}', 50_000);
        _site.Write("compose.yaml", compose.Replace("NESTED", nested, StringComparison.Ordinal));
        _site.Write("other/Dockerfile", $"FROM scratch\nEXPOSE {nested}\nUSER :\nHEALTHCHECK\nENV\nARG\n");
        _site.Write("a/overlays/dev/kustomization.yaml", "resources: [../prod, ../prod, ../dev]\nimages: [{ name: x }]\n");
        _site.Write("a/overlays/prod/kustomization.yaml", "resources: [../dev, ../dev]\n");
        var (result, _) = await _site.InitAsync("ci=none");
        result.Facts.ShouldContain(fact => fact.App == "web");
    }

    [Fact]
    public async Task Says_so_where_there_is_nothing()
    {
        _site.Write("README.md", "# shop\n");
        _site.Write("compose.yaml", "services: [\n");
        var outcome = await _site.TryAsync("init");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics[0].Code.ShouldBe(InitCodes.NothingFound);
        outcome.Diagnostics[1].Place!.File.ShouldBe("compose.yaml");
    }

    [Fact]
    public async Task Takes_names_images_and_environments_as_told()
    {
        _site.CheckOut("https://github.com/Acme/Shop.git", "master");
        _site.Write("Dockerfile", "FROM scratch\nEXPOSE 8080\n");
        await _site.InitAsync("environments=qa,live", "name=store");
        var config = _site.Config();
        (config.Images["store"].Repository, config.Config.Branch).ShouldBe(("ghcr.io/acme/store", "master"));
        config.Environments.Select(environment => (environment.Name, environment.From)).ShouldBe([("qa", null), ("live", "qa")]);
        await _site.DeliverAsync();
    }
}
