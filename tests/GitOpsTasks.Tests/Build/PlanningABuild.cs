using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class PlanningABuild : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Reports_tags_and_labels_without_building_anything()
    {
        var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "does/not/exist", Labels = new Dictionary<string, string> { ["team"] = "a" } };
        var request = new BuildRequest { Images = [spec], Revision = Samples.Revision, MetadataOnly = true, Push = true };

        var image = (await BuildTask.RunAsync(request, _workshop.Context, Token)).Result!.Images.ShouldHaveSingleItem();

        image.Tags.ShouldBe(["sha-0123456"]);
        image.Labels.ShouldBe(new Dictionary<string, string>
        {
            ["org.opencontainers.image.created"] = "2026-03-04T03:06:07Z",
            ["org.opencontainers.image.revision"] = Samples.Revision.Commit,
            ["org.opencontainers.image.source"] = "https://git.example.com/acme/web",
            ["org.opencontainers.image.version"] = "sha-0123456",
            ["team"] = "a",
        });
        (image.Digest, image.ImageId, image.Pushed).ShouldBe((null, null, false));
    }

    [Fact]
    public async Task Takes_the_time_of_SOURCE_DATE_EPOCH_before_that_of_the_commit()
    {
        _workshop.With("SOURCE_DATE_EPOCH", "86400");
        var request = new BuildRequest { Images = [new("web", "a/web")], Revision = Samples.Revision, MetadataOnly = true };

        var image = (await BuildTask.RunAsync(request, _workshop.Context, Token)).Result!.Images.ShouldHaveSingleItem();

        image.Labels["org.opencontainers.image.created"].ShouldBe("1970-01-02T00:00:00Z");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    public Task Refuses_a_SOURCE_DATE_EPOCH_that_is_no_time(string text)
    {
        _workshop.With("SOURCE_DATE_EPOCH", text);
        return RefusedAsync(new BuildRequest { Images = [new("web", "a/web")], Revision = Samples.Revision, MetadataOnly = true });
    }

    [Fact]
    public async Task Is_declared_for_every_host()
    {
        var declaration = BuildTask.Declare((request, _, _) => Task.FromResult(
            request with { Images = [new("web", "a/web"), new("api", "a/api")], Revision = Samples.Revision }));
        var inputs = new InputValues().Add("image", "api").Add("metadata-only", "true").Add("builder", "docker");

        var outcome = await declaration.RunAsync(inputs, _workshop.Context, Token);

        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Outputs.Where(output => output.Key.Name is not ("labels" or "annotations" or "json" or "bake-file")).ToDictionary(output => output.Key.Name, output => output.Value).ShouldBe(new Dictionary<string, string>
        {
            ["images"] = "a/api:sha-0123456",
            ["tags"] = "a/api:sha-0123456",
            ["ref"] = "a/api:sha-0123456",
            ["version"] = "sha-0123456",
            ["tag-names"] = "sha-0123456",
            ["changed"] = "false",
        });
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            outcome.WriteResult(writer);
        using var json = JsonDocument.Parse(buffer.ToArray());
        var image = json.RootElement.GetProperty("images")[0];
        image.GetProperty("repository").GetString().ShouldBe("a/api");
        image.TryGetProperty("digest", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_name_that_is_not_configured()
    {
        var failure = await RefusedAsync(new BuildRequest { Images = [new("web", "a/web")], Names = ["wbe"] });
        failure.Message.ShouldContain("'wbe'");
        failure.Message.ShouldContain("It has web.");
    }

    [Fact]
    public Task Refuses_to_build_nothing() => RefusedAsync(new BuildRequest());

    [Fact]
    public Task Refuses_layers_without_layers() =>
        RefusedAsync(new BuildRequest { Images = [new("web", "a/web")], Builder = BuilderKind.Layers });

    [Fact]
    public async Task Refuses_a_layout_of_Docker()
    {
        _workshop.Write("Dockerfile", "FROM scratch\n");
        await RefusedAsync(new BuildRequest { Images = [new("web", "a/web") { Builder = BuilderKind.Docker }], Layout = "out", Revision = Samples.Revision });
        await RefusedAsync(new BuildRequest { Images = [new("web", "a/web") { Artifact = "out", Builder = BuilderKind.Docker }], Revision = Samples.Revision });
    }

    [Fact]
    public Task Refuses_a_name_that_leads_out_of_the_folder_of_layouts() =>
        RefusedAsync(new BuildRequest { Images = [new("..", "a/web")] });

    [Fact]
    public async Task Refuses_to_push_or_write_without_a_tag()
    {
        var layers = new ImageSpec("web", "a/web") { Builder = BuilderKind.Layers, Layers = new LayersSpec { Layers = [new("a", "/a")] }, Artifact = "out" };
        foreach (var request in new BuildRequest[] { new() { Images = [new("web", "a/web")], Push = true }, new() { Images = [layers] } })
        {
            var failure = await RefusedAsync(request);
            failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.NoTags);
        }
    }

    private async Task<TaskFailedException> RefusedAsync(BuildRequest request)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => BuildTask.RunAsync(request, _workshop.Context, Token));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        failure.Diagnostics.ShouldHaveSingleItem().Advice.ShouldNotBeNullOrEmpty();
        return failure;
    }
}
