using GitOpsTasks.Generate;
using GitOpsTasks.Tests.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Generate;

public sealed class BuildingWithKustomize : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task The_example_of_the_documentation_is_what_it_says()
    {
        await GenerateExampleAsync();
        (await _workshop.KustomizeAsync("apps/web/overlays/prod")).ShouldBe(
            RepositoryFiles.Read("tests/GitOpsTasks.Tests/Generate/Snapshots/shop.prod.yaml"));
    }

    [Theory]
    [InlineData("dev", "info", "replicas: 2")]
    [InlineData("staging", "debug", "replicas: 2")]
    [InlineData("prod", "info", "replicas: 4")]
    public async Task Each_overlay_has_its_own_values(string environment, string level, string replicas)
    {
        await GenerateExampleAsync();
        var built = await _workshop.KustomizeAsync("apps/web/overlays/" + environment);
        built.ShouldContain($"LOG_LEVEL: {level}\n");
        built.ShouldContain(replicas + "\n");
        built.ShouldContain("image: ghcr.io/acme/shop:2.3.1\n");
    }

    [Fact]
    public async Task Five_lines_are_enough()
    {
        await _workshop.GenerateAsync(Workshop.FiveLines);
        _workshop.Files("apps/web").ShouldBe([".gitops/generated.yaml", "base/deployment.yaml", "base/kustomization.yaml", "base/service.yaml", "overlays/dev/kustomization.yaml"]);
        var built = await _workshop.KustomizeAsync("apps/web/overlays/dev");
        built.ShouldContain("image: ghcr.io/acme/web:1.0.0\n");
        built.ShouldContain("containerPort: 8080\n");
        built.ShouldContain("runAsNonRoot: true\n");
        built.ShouldNotContain("replicas:");
        built.ShouldNotContain("checksum/config");
    }

    [Fact]
    public async Task Without_a_port_there_is_neither_service_nor_probe()
    {
        await _workshop.GenerateAsync("apiVersion: gitops-tasks/v1\nkind: App\nname: worker\nimage: acme/worker:1.10\n");
        var built = await _workshop.KustomizeAsync("apps/web/overlays/dev");
        built.ShouldContain("image: acme/worker:1.10\n");
        built.ShouldNotContain("kind: Service\n");
        built.ShouldNotContain("Probe");
    }

    [Fact]
    public async Task Data_of_one_environment_alone_is_mounted_there_alone()
    {
        await _workshop.GenerateAsync(Workshop.FiveLines + "environments: {dev: {}, prod: {env: {A: 1}}}\n");
        var prod = await _workshop.KustomizeAsync("apps/web/overlays/prod");
        prod.ShouldContain("data:\n  A: \"1\"\n");
        prod.ShouldContain("configMapRef:\n            name: web-config\n");
        (await _workshop.KustomizeAsync("apps/web/overlays/dev")).ShouldNotContain("web-config");
    }

    [Fact]
    public async Task Awkward_values_arrive_as_they_were_written()
    {
        await _workshop.GenerateAsync(
            Workshop.FiveLines + "env:\n  A: \"1e3\"\n  B: \" x \"\n  C: 'null'\n  D: |\n    two\n    lines\n  E: \"{{ not a template }}\"\n  F: \"ü😀: # &a *b\"\n  G: \"\"\n  H: 012\n");
        var data = Yaml.Document.Root((await _workshop.KustomizeAsync("apps/web/overlays/dev")).Split("---\n")[0])["data"]!.Value;
        data.Pairs.Select(pair => pair.Value.Value).ShouldBe(["1e3", " x ", "null", "two\nlines\n", "{{ not a template }}", "ü😀: # &a *b", "", "012"]);
    }

    [Fact]
    public async Task Only_pods_whose_data_changes_are_restarted()
    {
        const string Spec = Workshop.FiveLines + "env: {A: a}\nenvironments:\n  dev: {}\n  prod: {env: {B: BVALUE}}\n";
        await _workshop.GenerateAsync(Spec.Replace("BVALUE", "1"));
        var (dev, prod) = (await ChecksumAsync("dev"), await ChecksumAsync("prod"));
        prod.ShouldNotBe(dev);
        await _workshop.GenerateAsync(Spec.Replace("BVALUE", "2"));
        (await ChecksumAsync("dev")).ShouldBe(dev);
        (await ChecksumAsync("prod")).ShouldNotBe(prod);
    }

    [Theory]
    [InlineData("apps/web/base", "clusters/prod/web", "../../../apps/web/base")]
    [InlineData("web/base", "web", "base")]
    [InlineData("base", "", "base")]
    public async Task Overlays_can_be_anywhere(string @base, string overlay, string reference)
    {
        _workshop.Write("web.yaml", Workshop.FiveLines);
        var token = TestContext.Current.CancellationToken;
        var app = await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", token);
        var target = new GenerateTarget(TreePath.Parse(@base), [new OverlayTarget("prod", TreePath.Parse(overlay))]);
        await new WorkTreeRepository(new WorkTree(_workshop.Folder)).CommitAsync(
            new CommitRequest("", GenerateEdits.For(app, target), new Plan { MadeAt = DateTimeOffset.UnixEpoch }, _ => ""), token);
        _workshop.Read(Path.Combine(overlay, "kustomization.yaml")).ShouldContain($"- {reference}\n");
        (await _workshop.KustomizeAsync(overlay)).ShouldContain("image: ghcr.io/acme/web:1.0.0\n");
    }

    [Fact]
    public async Task Ports_have_protocols_and_service_ports()
    {
        await _workshop.GenerateAsync(
            "apiVersion: gitops-tasks/v1\nkind: App\nname: dns\nimage: acme/dns:1\nports:\n- {name: dns, port: 5353, service: 53, protocol: udp}\n- {name: dns-tcp, port: 5353, service: 53}\n");
        var built = await _workshop.KustomizeAsync("apps/web/overlays/dev");
        built.ShouldContain("  - name: dns\n    port: 53\n    protocol: UDP\n    targetPort: dns\n");
        built.ShouldNotContain("Probe:");
    }

    private async Task<string> ChecksumAsync(string environment) =>
        (await _workshop.KustomizeAsync("apps/web/overlays/" + environment)).Split('\n').Single(line => line.Contains("checksum/config"));

    private async Task GenerateExampleAsync()
    {
        _workshop.Write("shop.env", "DB_HOST=db\nLOG_LEVEL=warn\n");
        _workshop.Write("shop.prod.env", "DB_HOST=db.prod\n");
        await _workshop.GenerateAsync(RepositoryFiles.YamlExamples("docs/generate.md", "apiVersion")[1]);
    }
}
