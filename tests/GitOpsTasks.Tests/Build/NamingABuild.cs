using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>The inputs that name images, through the task.</summary>
public sealed class NamingABuild : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Names_images_that_are_built_elsewhere_without_a_configuration()
    {
        _workshop.With("GITHUB_ACTIONS", "true").With("GITHUB_EVENT_NAME", "push").With("GITHUB_REF", "refs/tags/v1.2.3").With("GITHUB_SHA", "0123456789abcdef");
        var outputs = await RunAsync(new InputValues().Add("metadata-only", "true").Add("images", "a/web").Add("images", "ghcr.io/A/Web")
            .Add("tags", "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}").Add("flavor", "suffix=-slim").Add("labels", "team=web").Add("annotations", "index:a=b"));

        outputs["tags"].ShouldBe("a/web:1.2.3-slim\na/web:1-slim\na/web:latest\nghcr.io/a/web:1.2.3-slim\nghcr.io/a/web:1-slim\nghcr.io/a/web:latest");
        outputs["tag-names"].ShouldBe("1.2.3-slim\n1-slim\nlatest");
        outputs["version"].ShouldBe("1.2.3-slim");
        outputs["labels"].ShouldBe("org.opencontainers.image.revision=0123456789abcdef\norg.opencontainers.image.version=1.2.3-slim\nteam=web");
        outputs["annotations"].Split('\n').ShouldContain("index:a=b");
        using var bake = JsonDocument.Parse(outputs["bake-file"]);
        bake.RootElement.GetProperty("target").GetProperty("docker-metadata-action").GetProperty("tags").GetArrayLength().ShouldBe(6);
        using var json = JsonDocument.Parse(outputs["json"]);
        json.RootElement.GetProperty("labels").GetProperty("team").GetString().ShouldBe("web");
    }

    [Fact]
    public async Task Takes_rules_and_labels_before_those_of_the_configuration()
    {
        var outputs = await RunAsync(new InputValues().Add("metadata-only", "true").Add("tags", "type=edge,branch=main").Add("labels", "team=b").Add("flavor", "latest=true"));

        outputs["tags"].ShouldBe("a/web:edge\na/web:latest");
        outputs["labels"].Split('\n').ShouldContain("team=b");
        outputs["labels"].Split('\n').ShouldContain("unit=c");
    }

    [Fact]
    public async Task Tells_a_person_what_is_named()
    {
        var inputs = new InputValues().Add("metadata-only", "true").Add("tags", "type=edge,branch=main\ntype=raw,value=b").Add("labels", "org.opencontainers.image.version=");
        var outcome = await Declaration().RunAsync(inputs, _workshop.Context, TestContext.Current.CancellationToken);
        outcome.RenderText().ShouldBe("a/web:edge\n  tags      edge\n            b\n  labels    team=a\n            unit=c\n");
    }

    [Fact]
    public async Task Gives_no_latest_that_was_not_asked_for()
    {
        var spec = new ImageSpec("web", "a/web") { Tags = ["type=semver,pattern={{version}}"] };
        var request = new BuildRequest { Images = [spec], Revision = Samples.Revision, MetadataOnly = true };
        (await BuildTask.RunAsync(request, _workshop.Context, TestContext.Current.CancellationToken)).Result!.Images[0].Tags.ShouldBe(["1.2.3"]);

        request = request with { Naming = new NamingTexts { Flavor = ["latest=highest"] }, ReadTags = _ => Task.FromResult<IReadOnlyList<string>>(["v1.0.0"]) };
        (await BuildTask.RunAsync(request, _workshop.Context, TestContext.Current.CancellationToken)).Result!.Images[0].Tags.ShouldBe(["1.2.3", "latest"]);
    }

    [Fact]
    public async Task Tells_where_a_rule_of_the_configuration_is_wrong()
    {
        var spec = new ImageSpec("web", "a/web") { Tags = ["type=sha", "type=smver,pattern={{version}}"] };
        var failure = await Should.ThrowAsync<TaskFailedException>(() => BuildTask.RunAsync(
            new BuildRequest { Images = [spec], Revision = Samples.Revision }, _workshop.Context, TestContext.Current.CancellationToken));
        failure.Diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith("gitops.yaml: error GOT5003: Item 2 of images.web.tags: There is no type 'smver'");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("metadata-only", "image")]
    public async Task Refuses_to_build_what_is_built_elsewhere(string? flag, string? image)
    {
        var inputs = new InputValues().Add("images", "a/web").Add(flag ?? "push", "true").Add(image ?? "config", "web");
        var outcome = await Declaration().RunAsync(inputs, _workshop.Context, TestContext.Current.CancellationToken);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.InputsContradict);
    }

    private static TaskDeclaration<BuildRequest, BuildResult> Declaration() => BuildTask.Declare((request, _, _) => Task.FromResult(request with
    {
        Images = [new("web", "a/web") { Labels = new Dictionary<string, string> { ["team"] = "a", ["unit"] = "c" } }],
        Event = new BuildEvent { Ref = "refs/heads/main" },
    }));

    private async Task<Dictionary<string, string>> RunAsync(InputValues inputs)
    {
        var outcome = await Declaration().RunAsync(inputs, _workshop.Context, TestContext.Current.CancellationToken);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return outcome.Outputs.ToDictionary(output => output.Key.Name, output => output.Value);
    }
}
