using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Generate.Options;

namespace GitOpsTasks.Tests.Generate.Agents;

/// <summary>An application, and the objects by which an agent is told of it.</summary>
internal sealed class AgentWorkshop : IDisposable
{
    public const string Spec = Workshop.FiveLines + "env: { A: a }\nenvironments: { dev: {}, prod: { replicas: 2 } }\n";

    public const string Repository = "agent: { repository: https://github.com/acme/gitops }\n";

    public Workshop Workshop { get; } = new();

    public async Task<IReadOnlyList<JsonNode>> GenerateAsync(string agent, string spec)
    {
        Workshop.Write("web.yaml", spec);
        var outcome = await Workshop.RunAsync(Inputs(agent));
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return Objects(agent);
    }

    public static InputValues Inputs(string agent) => new InputValues().Add("spec", "web.yaml").Add("out", "apps/web").Add("agent", agent);

    public IReadOnlyList<JsonNode> Objects(string agent) =>
        [.. Workshop.Files("apps/web/" + agent).Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal)).SelectMany(file => Manifests.Of(Workshop.Read($"apps/web/{agent}/{file}")))];

    public void Dispose() => Workshop.Dispose();
}
