using System.Text;
using GitOpsTasks.Build;
using GitOpsTasks.Chain;
using GitOpsTasks.Config;

namespace GitOpsTasks.Tests.Chain;

public sealed class DescribingAnImage
{
    [Fact]
    public void Publishes_a_project_as_the_configuration_says()
    {
        var project = Spec("project: src/Web/Web.csproj, project-configuration: Debug, project-properties: { Version: 1.2, Trim: true }, project-to: /srv/app").Layers!.Project!;
        (project.Path, project.Configuration, project.To).ShouldBe(("src/Web/Web.csproj", "Debug", "/srv/app"));
        project.Properties.ShouldBe(new Dictionary<string, string> { ["Version"] = "1.2", ["Trim"] = "true" });
    }

    [Fact]
    public void Publishes_a_release_into_app_where_nothing_is_said()
    {
        var project = Spec("project: Web.csproj").Layers!.Project!;
        (project.Configuration, project.To, project.Properties.Count).ShouldBe(("Release", "/app", 0));
    }

    [Fact]
    public void Gives_the_files_of_a_layer_their_mode()
    {
        var layers = Spec("layers: [{ from: bin, to: /bin, mode: 0755 }, { from: site, to: /srv }]").Layers!.Layers;
        layers.Select(layer => layer.Mode).ShouldBe([(UnixFileMode)0b111_101_101, null]);
    }

    private static ImageSpec Spec(string keys)
    {
        var config = GitOpsConfigFile.Parse(
            Encoding.UTF8.GetBytes($"apiVersion: gitops-tasks/v1\nimages: {{ web: {{ repository: acme/web, {keys} }} }}\n"), "gitops.yaml");
        return ConfiguredImage.SpecOf("web", config.Images["web"], config);
    }
}
