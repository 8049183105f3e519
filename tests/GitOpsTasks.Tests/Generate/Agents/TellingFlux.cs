using System.Text.Json.Nodes;

namespace GitOpsTasks.Tests.Generate.Agents;

public sealed class TellingFlux : IDisposable
{
    private readonly AgentWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Applies_at_once_but_for_production()
    {
        var objects = await _workshop.GenerateAsync("flux", AgentWorkshop.Spec + AgentWorkshop.Repository);
        Spec(objects, "Kustomization", "web-dev")["suspend"].ShouldBeNull();
        Spec(objects, "Kustomization", "web-prod")["suspend"]!.GetValue<bool>().ShouldBeTrue();
        Spec(objects, "Kustomization", "web-prod")["path"]!.GetValue<string>().ShouldBe("./apps/web/overlays/prod");
        Spec(objects, "GitRepository", "web")["url"]!.GetValue<string>().ShouldBe("https://github.com/acme/gitops");
    }

    [Fact]
    public async Task Migrates_first()
    {
        var objects = await _workshop.GenerateAsync("flux", AgentWorkshop.Spec + AgentWorkshop.Repository + "migration: { order: dependsOn, command: [/app/migrate] }\n");
        Spec(objects, "Kustomization", "web-dev")["dependsOn"]!.ToJsonString().ShouldBe("""[{"name":"web-dev-migration"}]""");
        var migration = Spec(objects, "Kustomization", "web-dev-migration");
        migration["path"]!.GetValue<string>().ShouldBe("./apps/web/overlays/dev/migration");
        migration["wait"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Never_writes_versions_of_production()
    {
        var objects = await _workshop.GenerateAsync("flux", AgentWorkshop.Spec + AgentWorkshop.Repository.Replace(" }", ", images: { range: '>=1.0.0 <2.0.0' } }"));
        objects.Where(one => one["kind"]!.GetValue<string>() == "ImageUpdateAutomation").Single()["spec"]!["update"]!["path"]!.GetValue<string>()
            .ShouldBe("./apps/web/overlays/dev");
    }

    [Fact]
    public async Task Pulls_from_as_many_sources_as_there_are()
    {
        var objects = await _workshop.GenerateAsync(
            "flux", Workshop.FiveLines + AgentWorkshop.Repository + "environments: { dev: {}, prod: { agent: { repository: 'oci://ghcr.io/acme/gitops', revision: '1.0' } } }\n");
        Spec(objects, "GitRepository", "web-dev")["ref"]!.ToJsonString().ShouldBe("""{"branch":"main"}""");
        Spec(objects, "OCIRepository", "web-prod")["ref"]!.ToJsonString().ShouldBe("""{"tag":"1.0"}""");
        Spec(objects, "Kustomization", "web-prod")["sourceRef"]!.ToJsonString().ShouldBe("""{"kind":"OCIRepository","name":"web-prod"}""");
    }

    private static JsonNode Spec(IReadOnlyList<JsonNode> objects, string kind, string name) =>
        objects.Single(one => one["kind"]!.GetValue<string>() == kind && one["metadata"]!["name"]!.GetValue<string>() == name)["spec"]!;
}
