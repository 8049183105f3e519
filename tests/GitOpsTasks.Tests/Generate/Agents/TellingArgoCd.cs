using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Generate.Agents;

public sealed class TellingArgoCd : IDisposable
{
    private readonly AgentWorkshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Applies_at_once_but_for_production()
    {
        var objects = await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository);
        Automated(objects, "web-dev")!.ToJsonString().ShouldBe("""{"prune":true,"selfHeal":true}""");
        Automated(objects, "web-prod").ShouldBeNull();
    }

    [Fact]
    public async Task Does_as_an_environment_says()
    {
        var objects = await _workshop.GenerateAsync(
            "argocd", Workshop.FiveLines + AgentWorkshop.Repository + "environments: { dev: { agent: { sync: manual } }, prod: { agent: { sync: automatic, prune: false, revision: v1 } } }\n");
        Automated(objects, "web-dev").ShouldBeNull();
        Automated(objects, "web-prod")!.ToJsonString().ShouldBe("""{"prune":false,"selfHeal":true}""");
        Named(objects, "web-prod")["spec"]!["source"]!["targetRevision"]!.GetValue<string>().ShouldBe("v1");
    }

    [Fact]
    public async Task Allows_what_the_application_is_and_nothing_else()
    {
        var objects = await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + "namespace: shop\n" + AgentWorkshop.Repository);
        var project = objects.Single(one => one["kind"]!.GetValue<string>() == "AppProject")["spec"]!;
        project["sourceRepos"]!.ToJsonString().ShouldBe("""["https://github.com/acme/gitops"]""");
        project["destinations"]!.ToJsonString().ShouldBe("""[{"server":"https://kubernetes.default.svc","namespace":"shop"}]""");
        project["clusterResourceWhitelist"]!.ToJsonString().ShouldBe("[]");
        project["namespaceResourceWhitelist"]!.ToJsonString().ShouldBe("""[{"group":"","kind":"ConfigMap"},{"group":"","kind":"Service"},{"group":"apps","kind":"Deployment"}]""");
    }

    [Fact]
    public async Task Removes_what_another_style_needs_no_more()
    {
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository);
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository.Replace(" }", ", style: applicationSet }"));
        _workshop.Workshop.Files("apps/web/argocd").ShouldBe(["applicationset.yaml", "appproject.yaml", "kustomization.yaml"]);
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository.Replace(" }", ", style: appOfApps }"));
        _workshop.Workshop.Files("apps/web/argocd").ShouldBe(
            ["application.yaml", "applications/application-dev.yaml", "applications/application-prod.yaml", "applications/kustomization.yaml", "appproject.yaml", "kustomization.yaml"]);
    }

    [Fact]
    public async Task Needs_a_repository()
    {
        _workshop.Workshop.Write("web.yaml", AgentWorkshop.Spec);
        var outcome = await _workshop.Workshop.RunAsync(AgentWorkshop.Inputs("argocd"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Single().Message.ShouldBe("'web.yaml' does not say which repository is pulled for 'dev'.");
    }

    [Fact]
    public async Task Leaves_its_objects_alone_where_it_is_not_asked()
    {
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository);
        (await _workshop.Workshop.GenerateAsync()).Changed.ShouldBeFalse();
        Directory.Exists(Path.Combine(_workshop.Workshop.Folder, "apps/web/argocd")).ShouldBeTrue();
    }

    [Fact]
    public async Task Gives_way_to_another_agent_and_goes_where_there_is_none()
    {
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository);
        await _workshop.GenerateAsync("flux", AgentWorkshop.Spec + AgentWorkshop.Repository);
        _workshop.Workshop.Files("apps/web").ShouldNotContain(file => file.StartsWith("argocd/"));
        (await _workshop.Workshop.RunAsync(AgentWorkshop.Inputs("none"))).ExitCode.ShouldBe(ExitCode.Done);
        _workshop.Workshop.Files("apps/web").ShouldNotContain(file => file.StartsWith("flux/"));
        _workshop.Workshop.Files("apps/web").ShouldContain("base/deployment.yaml");
    }

    [Fact]
    public async Task Keeps_what_a_person_changed_in_its_objects()
    {
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository);
        var file = "apps/web/argocd/application-prod.yaml";
        _workshop.Workshop.Write(file, _workshop.Workshop.Read(file).Replace("limit: 5", "limit: 9 # the cluster is slow"));
        await _workshop.GenerateAsync("argocd", AgentWorkshop.Spec + AgentWorkshop.Repository.Replace(" }", ", revision: stable }"));
        _workshop.Workshop.Read(file).ShouldContain("limit: 9 # the cluster is slow");
        _workshop.Workshop.Read(file).ShouldContain("targetRevision: stable");
    }

    [Theory]
    [InlineData("prod: { agent: { style: applicationSet } }")]
    [InlineData("prod: { agent: { namespace: argo } }")]
    public async Task Is_told_in_one_way(string environment) => await RefusesAsync(
        Workshop.FiveLines + AgentWorkshop.Repository + $"environments: {{ dev: {{}}, {environment} }}\n", "Argo CD is told of 'dev' and 'prod' in different ways.");

    [Theory]
    [InlineData("repository: https://github.com/acme/other")]
    [InlineData("syncOptions: [PruneLast=true]")]
    [InlineData("retries: 1")]
    public async Task Has_one_of_each_in_an_application_set(string difference) => await RefusesAsync(
        Workshop.FiveLines + AgentWorkshop.Repository.Replace(" }", ", style: applicationSet }") + $"environments: {{ dev: {{}}, prod: {{ agent: {{ {difference} }} }} }}\n",
        "An ApplicationSet cannot tell 'dev' and 'prod' apart in this.");

    [Fact]
    public async Task Is_about_all_environments()
    {
        _workshop.Workshop.Write("web.yaml", AgentWorkshop.Spec + AgentWorkshop.Repository);
        var outcome = await _workshop.Workshop.RunAsync(AgentWorkshop.Inputs("argocd").Add("environment", "prod"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Single().Message.ShouldBe("An agent is told of all environments together, and 'dev' is left out.");
    }

    private async Task RefusesAsync(string spec, string message)
    {
        _workshop.Workshop.Write("web.yaml", spec);
        var outcome = await _workshop.Workshop.RunAsync(AgentWorkshop.Inputs("argocd"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.Single().Message.ShouldBe(message);
    }

    private static JsonNode? Automated(IReadOnlyList<JsonNode> objects, string name) => Named(objects, name)["spec"]!["syncPolicy"]!["automated"];

    private static JsonNode Named(IReadOnlyList<JsonNode> objects, string name) => objects.Single(one => one["metadata"]!["name"]!.GetValue<string>() == name);
}
