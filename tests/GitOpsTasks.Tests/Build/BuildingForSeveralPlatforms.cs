using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingForSeveralPlatforms : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Makes_an_index_that_skopeo_reads_for_each_of_them()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var spec = Spec($"{server.Host}/acme/web");

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (image.MediaType, image.ImageId).ShouldBe((OciMediaTypes.Index, null));
        image.Platforms.ShouldBe(["linux/amd64", "linux/arm64"]);
        foreach (var architecture in new[] { "amd64", "arm64" })
        {
            var read = await _workshop.RunAsync(
                "skopeo", "inspect", "--tls-verify=false", "--override-arch", architecture, "--config", $"docker://{spec.Repository}:1");
            using var config = JsonDocument.Parse(read);
            config.RootElement.GetProperty("architecture").GetString().ShouldBe(architecture);
        }

        using var raw = JsonDocument.Parse(await _workshop.RunAsync("skopeo", "inspect", "--tls-verify=false", "--raw", $"docker://{spec.Repository}:1"));
        raw.RootElement.GetProperty("manifests").EnumerateArray().Select(manifest => manifest.GetProperty("digest").GetString())
            .ShouldBe(image.PlatformImages.Select(platform => platform.Digest));
        var uploads = await server.UploadsAsync();
        uploads.Count.ShouldBe(5);
        await Samples.BuildAsync(_workshop.Context, spec, push: true);
        (await server.UploadsAsync()).ShouldBe(uploads);
    }

    [Fact]
    public async Task Shares_the_layers_that_are_the_same_and_fills_in_the_platform_for_others()
    {
        var layout = new OciLayout(_workshop.PathOf("out/web"));
        var image = await Samples.BuildAsync(_workshop.Context, Spec("registry.example.com/acme/web"), artifact: "out");

        var platforms = new List<IReadOnlyList<OciDescriptor>>();
        foreach (var platform in image.PlatformImages)
            platforms.Add(ManifestParts.Of((await layout.GetManifestAsync(platform.Digest!, Token))!).Blobs);

        platforms[0][1].ShouldBe(platforms[1][1]);
        platforms[0][2].ShouldNotBe(platforms[1][2]);
        image.Size!.Value.ShouldBeLessThan(image.PlatformImages.Sum(platform => platform.Size!.Value) + 1000);
    }

    [Fact]
    public async Task Writes_annotations_to_the_parts_they_are_for()
    {
        var spec = Spec("registry.example.com/acme/web") with
        {
            Annotations = ["a=1", "index:b=2", "manifest-descriptor:c=3", "index-descriptor:d=4"],
        };

        var image = await Samples.BuildAsync(_workshop.Context, spec, artifact: "out");

        var layout = new OciLayout(image.Artifact!);
        ManifestParts.Of((await layout.GetManifestAsync(image.PlatformImages[1].Digest!, Token))!).Annotations["a"].ShouldBe("1");
        var index = ManifestParts.Of((await layout.GetManifestAsync("1", Token))!);
        index.Annotations["b"].ShouldBe("2");
        index.Children.ShouldAllBe(child => child.Annotations["c"] == "3");
        using var listed = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(image.Artifact!, "index.json")));
        var entry = listed.RootElement.GetProperty("manifests").EnumerateArray().ShouldHaveSingleItem().GetProperty("annotations");
        entry.GetProperty("d").GetString().ShouldBe("4");
        entry.GetProperty("org.opencontainers.image.ref.name").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task Takes_the_image_of_each_platform_from_an_index_below()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var first = await Samples.BuildAsync(_workshop.Context, Spec($"{server.Host}/acme/base"), push: true);
        var onIt = Spec($"{server.Host}/acme/web");
        onIt = onIt with { Layers = onIt.Layers! with { Base = $"{server.Host}/acme/base:1@{first.Digest}", Layers = [new LayerSpec("shared", "/own")] } };

        var image = await Samples.BuildAsync(_workshop.Context, onIt, push: true);

        image.Platforms.ShouldBe(["linux/amd64", "linux/arm64"]);
        image.Labels["org.opencontainers.image.base.digest"].ShouldBe(first.Digest);
        var registry = new RegistryClient(_workshop.Context, onIt.Repository);
        foreach (var (platform, below) in image.PlatformImages.Zip(first.PlatformImages))
        {
            var own = ManifestParts.Of((await registry.GetManifestAsync(platform.Digest!, Token))!).Blobs;
            var old = ManifestParts.Of((await new RegistryClient(_workshop.Context, $"{server.Host}/acme/base").GetManifestAsync(below.Digest!, Token))!).Blobs;
            own.Skip(1).SkipLast(1).Select(blob => blob.Digest).ShouldBe(old.Skip(1).Select(blob => blob.Digest));
        }
    }

    private ImageSpec Spec(string repository)
    {
        _workshop.Write("src/shared/a.txt", "a");
        _workshop.Write("src/bin/linux-amd64/tool", "x86");
        _workshop.Write("src/bin/linux-arm64/tool", "arm");
        return new ImageSpec("web", repository)
        {
            Context = "src",
            Platforms = ["linux/amd64", "linux/arm64"],
            Layers = new LayersSpec { Layers = [new LayerSpec("shared", "/shared"), new LayerSpec("bin/{os}-{arch}", "/usr/local/bin")] },
            Tags = ["type=raw,value=1"],
        };
    }
}
