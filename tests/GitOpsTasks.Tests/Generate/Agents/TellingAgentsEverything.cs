using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Lint.Schema;

namespace GitOpsTasks.Tests.Generate.Agents;

public sealed class TellingAgentsEverything : IDisposable
{
    private const string All = """
        agent:
          repository: https://github.com/acme/gitops
          revision: main
          STYLE
          retries: 3
          syncOptions: [CreateNamespace=true, PruneLast=true]
          ignore: [{ group: apps, kind: Deployment, pointers: [/spec/replicas], expressions: ['.spec.template.spec.initContainers[]'] }, { kind: Service, name: web, pointers: [/spec/clusterIP] }]
          windows: [{ kind: allow, schedule: '0 8 * * 1-5', duration: 8h, timeZone: Europe/Berlin }, { schedule: '0 0 24 12 *', duration: 72h, manual: false }]
          secret: gitops-token
          interval: 5m
          timeout: 2m
          dependsOn: [infrastructure]
          substitute: { cluster: one }
          substituteFrom: [cluster-settings]
          images: { range: '>=1.0.0', branch: updates, email: flux@acme.example, secret: registry }
          notify: { type: slack, secret: slack-url, channel: deployments, onlyErrors: true }
          releases: { cache: { repository: 'https://charts.example.com', chart: valkey, version: 1.x, values: cache-values }, queue: { repository: 'oci://ghcr.io/acme/charts', chart: nats, version: 2.0.1 } }

        """;

    private readonly AgentWorkshop _workshop = new();

    public static TheoryData<string, string> Styles => new()
    {
        { "argocd", "style: applications" }, { "argocd", "style: applicationSet" }, { "argocd", "style: appOfApps" }, { "flux", "sync: byEnvironment" }, { "flux", "sync: manual" },
    };

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Is_what_lint_and_kustomize_and_the_validators_accept(string agent, string style)
    {
        var objects = await _workshop.GenerateAsync(agent, AgentWorkshop.Spec + All.Replace("STYLE", style));
        objects.Count.ShouldBeGreaterThan(1);
        await SchemaOracle.ShouldAcceptAsync(objects);
        (await _workshop.Workshop.KustomizeAsync($"apps/web/{agent}")).ShouldContain("kind: ");
        var outcome = await LintTask.Declaration.RunAsync(new InputValues().Add("path", "apps"), _workshop.Workshop.Context, TestContext.Current.CancellationToken);
        outcome.Diagnostics.Where(finding => !finding.Message.Contains("'infrastructure'")).Select(finding => finding.ToString()).ShouldBeEmpty();
        (await _workshop.Workshop.RunAsync(AgentWorkshop.Inputs(agent).Add("check", "true"))).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData("argocd")]
    [InlineData("flux")]
    public async Task Is_the_same_for_a_flat_layout(string agent)
    {
        await SchemaOracle.ShouldAcceptAsync(await _workshop.GenerateAsync(agent, AgentWorkshop.Spec.Replace("kind: App\n", "kind: App\nlayout: flat\n") + AgentWorkshop.Repository));
        _workshop.Workshop.Read(agent == "flux" ? "apps/web/flux/kustomization-dev.yaml" : "apps/web/argocd/application-dev.yaml").ShouldContain("apps/web/dev\n");
        var outcome = await LintTask.Declaration.RunAsync(new InputValues().Add("path", "apps"), _workshop.Workshop.Context, TestContext.Current.CancellationToken);
        outcome.Diagnostics.Select(finding => finding.ToString()).ShouldBeEmpty();
    }
}
