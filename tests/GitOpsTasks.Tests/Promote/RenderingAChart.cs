using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Promote;

/// <summary>How the manifests of a chart change, as the real helm renders them.</summary>
public sealed class RenderingAChart : GitHubPromotion
{
    private readonly ConcurrentQueue<ProcessCommand> _commands = [];

    protected override EngineContext Context
    {
        get
        {
            var world = base.Context;
            var path = $"{Path.GetDirectoryName(RequiredPart.Find("helm"))}{Path.PathSeparator}{world.Environment["PATH"]}";
            return world with
            {
                Environment = world.Environment.With([new("PATH", path)]),
                RunProcess = (command, cancellationToken) =>
                {
                    _commands.Enqueue(command);
                    return world.RunProcess(command, cancellationToken);
                },
            };
        }
    }

    [Theory]
    [InlineData("overlays")]
    [InlineData("$(touch canary)")]
    [InlineData("--post-renderer=touch canary;`touch canary`")]
    public async Task Shows_it_in_the_pull_request(string folder)
    {
        await FillAsync(folder, "");
        await PromotedAsync(folder);
        Pull.Body!.ShouldContain("\n```diff\n");
        Pull.Body!.ShouldContain("\n-    - image: shop:1.4.0\n+    - image: shop:1.5.0\n");
        var helm = _commands.Where(command => Path.GetFileName(command.FileName) == "helm").ToList();
        helm.Count.ShouldBe(2);
        foreach (var command in helm)
        {
            command.Arguments.Take(2).ShouldBe(["template", "release"]);
            Path.IsPathFullyQualified(command.Arguments.ShouldNotBeNull()[2]).ShouldBeTrue();
            command.Arguments.Count.ShouldBe(3);
            command.Environment["GITOPS_TOKEN"].ShouldBeNull();
        }

        File.Exists(Place.PathOf("canary")).ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_nothing_of_a_chart_that_lacks_what_it_depends_on()
    {
        await FillAsync("overlays", "dependencies:\n- { name: redis, version: 1.0.0, repository: \"https://charts.example.invalid\" }\n");
        await PromotedAsync("overlays");
        Pull.Body!.ShouldContain("| `web` |");
        Pull.Body!.ShouldNotContain("```diff");
    }

    private async Task PromotedAsync(string folder)
    {
        Place.Write("gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            apps: { web: { promote: ["values:/tag"] } }
            environments:
              - { name: dev, path: "apps/{app}/{{folder}}/dev" }
              - { name: staging, path: "apps/{app}/{{folder}}/staging", from: dev }
            """);
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
    }

    private async Task FillAsync(string parent, string dependencies)
    {
        foreach (var (environment, version) in new[] { ("dev", "1.5.0"), ("staging", "1.4.0") })
        {
            var folder = $"apps/web/{parent}/{environment}";
            await Remote.CommitAsync("main", new Dictionary<string, string?>
            {
                [$"{folder}/Chart.yaml"] = $"apiVersion: v2\nname: shop\nversion: 0.1.0\n{dependencies}",
                [$"{folder}/values.yaml"] = $"tag: {version}\n",
                [$"{folder}/kustomization.yaml"] = null,
                [$"{folder}/templates/pod.yaml"] = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - image: shop:{{ .Values.tag }}\n      name: shop\n",
            });
        }
    }
}
