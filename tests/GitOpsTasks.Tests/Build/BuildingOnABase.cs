using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingOnABase : IDisposable
{
    private const string Repository = "registry.example.com/acme/web";
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Keeps_what_the_base_says_and_says_its_own()
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        var spec = BaseSamples.On(_workshop, Repository, "oci:../base");
        spec = spec with
        {
            Layers = spec.Layers! with
            {
                Environment = new Dictionary<string, string> { ["MODE"] = "own", ["A"] = "b" },
                Ports = ["8080"],
                Command = ["/etc/own.txt"],
            },
        };

        var image = await Samples.BuildAsync(_workshop.Context, spec, artifact: "out");

        using var document = JsonDocument.Parse(await _workshop.RunAsync("skopeo", "inspect", "--config", $"oci:{image.Artifact}:1"));
        var config = document.RootElement.GetProperty("config");
        Texts(config.GetProperty("Env")).ShouldBe(["PATH=/usr/bin:/bin", "MODE=own", "LANG=C.UTF-8", "A=b"]);
        Texts(config.GetProperty("Entrypoint")).ShouldBe(["/bin/show"]);
        Texts(config.GetProperty("Cmd")).ShouldBe(["/etc/own.txt"]);
        (config.GetProperty("User").GetString(), config.GetProperty("WorkingDir").GetString(), config.GetProperty("StopSignal").GetString())
            .ShouldBe(("7:7", "/work", "SIGINT"));
        config.GetProperty("ExposedPorts").EnumerateObject().Select(port => port.Name).ShouldBe(["53/udp", "8080/tcp"]);
        config.GetProperty("Volumes").TryGetProperty("/data", out _).ShouldBeTrue();
        config.GetProperty("Labels").GetProperty("vendor").GetString().ShouldBe("base");
        config.GetProperty("Labels").GetProperty("org.opencontainers.image.version").GetString().ShouldBe("1");
        config.TryGetProperty("OnBuild", out _).ShouldBeFalse();
        document.RootElement.GetProperty("rootfs").GetProperty("diff_ids").GetArrayLength().ShouldBe(2);
        document.RootElement.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("created_by").GetString())
            .ShouldBe(["base step", "ENV x", "layer own.txt in /etc/"]);
    }

    [Fact]
    public async Task Leaves_out_the_arguments_of_a_program_that_it_replaces()
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        var spec = BaseSamples.On(_workshop, Repository, "oci:../base:1");

        var image = await Samples.BuildAsync(
            _workshop.Context, spec with { Layers = spec.Layers! with { Entrypoint = ["/own"] } }, artifact: "out");

        using var document = JsonDocument.Parse(await _workshop.RunAsync("skopeo", "inspect", "--config", $"oci:{image.Artifact}:1"));
        document.RootElement.GetProperty("config").TryGetProperty("Cmd", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Names_the_base_and_the_digest_it_had()
    {
        var layout = new OciLayout(_workshop.PathOf("base"));
        var layer = await BaseSamples.PushDockerImageAsync(layout, "1");
        var digest = (await layout.ResolveAsync("1", Token))!.Digest;

        var image = await Samples.BuildAsync(_workshop.Context, BaseSamples.On(_workshop, Repository, "oci:../base:1"), artifact: "out");

        image.Labels["org.opencontainers.image.base.digest"].ShouldBe(digest);
        using var manifest = JsonDocument.Parse(
            await _workshop.RunAsync("oras", "manifest", "fetch", "--oci-layout", $"{image.Artifact}:1"));
        var annotations = manifest.RootElement.GetProperty("annotations");
        annotations.GetProperty("org.opencontainers.image.base.name").GetString().ShouldBe("oci:../base:1");
        annotations.GetProperty("org.opencontainers.image.base.digest").GetString().ShouldBe(digest);
        var first = manifest.RootElement.GetProperty("layers")[0];
        (first.GetProperty("mediaType").GetString(), first.GetProperty("digest").GetString()).ShouldBe((OciMediaTypes.LayerGzip, layer.Digest));
    }

    [Fact]
    public async Task Is_built_on_an_archive_too()
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        var direct = await Samples.BuildAsync(_workshop.Context, BaseSamples.On(_workshop, Repository, "oci:../base:1"));
        using (var archive = await OciArchive.OpenAsync(_workshop.Context, "base.tar", Token))
        {
            await new ImageCopy(new OciLayout(_workshop.PathOf("base")), archive.Images, SilentProgress.Instance).CopyAsync("1", ["1"], Token);
            await archive.SaveAsync(Token);
        }

        var image = await Samples.BuildAsync(_workshop.Context, BaseSamples.On(_workshop, Repository, "oci-archive:../base.tar"), artifact: "out");

        image.Labels["org.opencontainers.image.base.digest"].ShouldBe(direct.Labels["org.opencontainers.image.base.digest"]);
        image.PlatformImages.ShouldHaveSingleItem().Size.ShouldBe(image.Size);
    }

    [Theory]
    [InlineData("oci:../nowhere", "There is no base image in")]
    [InlineData("oci-archive:../nowhere.tar", "There is no base image in")]
    [InlineData("oci:../base:2", "There is no base image 'oci:../base:2'")]
    [InlineData("Not A Name", "is not the name of an image")]
    public async Task Tells_of_a_base_that_is_not_there(string name, string message)
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        (await FailureAsync(BaseSamples.On(_workshop, Repository, name))).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Tells_which_platforms_a_base_has()
    {
        var layout = new OciLayout(_workshop.PathOf("base"));
        await SampleImage.PushAsync(layout, "1");
        var listed = System.Text.Encoding.UTF8.GetString((await layout.GetManifestAsync("1", Token))!.Content.Span);
        var attestation = $$$"""{"mediaType":"{{{OciMediaTypes.Manifest}}}","digest":"{{{OciDigest.Of("x"u8)}}}","size":1,"platform":{"os":"unknown","architecture":"unknown"},"annotations":{"vnd.docker.reference.type":"attestation-manifest"}}""";
        await layout.PushManifestAsync(
            OciManifest.FromBytes(OciMediaTypes.Index, System.Text.Encoding.UTF8.GetBytes(listed.Replace("\"manifests\":[", $"\"manifests\":[{attestation},", StringComparison.Ordinal))), "2", Token);

        var failure = await FailureAsync(BaseSamples.On(_workshop, Repository, "oci:../base:2") with { Platforms = ["linux/s390x"] });

        failure.Message.ShouldBe("The base 'oci:../base:2' has no image for linux/s390x; it has linux/amd64, linux/arm64.");
    }

    [Fact]
    public async Task Does_not_put_another_platform_on_a_base_of_one()
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        var failure = await FailureAsync(BaseSamples.On(_workshop, Repository, "oci:../base:1") with { Platforms = ["linux/arm64"] });
        failure.Message.ShouldContain("has no image for linux/arm64; it has linux/amd64");
    }

    [Fact]
    public async Task Takes_the_layers_of_a_base_over_within_a_registry_and_sends_nothing_twice()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var layer = await BaseSamples.PushDockerImageAsync(new RegistryClient(_workshop.Context, $"{server.Host}/library/base"), "1");
        var spec = BaseSamples.On(_workshop, $"{server.Host}/acme/web", $"{server.Host}/library/base:1");

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        var log = await server.LogAsync();
        log.ShouldContain(line => line.Contains($"mount={Uri.EscapeDataString(layer.Digest)}", StringComparison.Ordinal) && line.Contains(" 201 ", StringComparison.Ordinal));
        log.ShouldNotContain(line => line.Contains($"GET /v2/library/base/blobs/{layer.Digest}", StringComparison.Ordinal));
        var uploads = await server.UploadsAsync();
        (await Samples.BuildAsync(_workshop.Context, spec, push: true)).Digest.ShouldBe(image.Digest);
        (await server.UploadsAsync()).ShouldBe(uploads);
        var warning = image.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe((BuildCodes.BaseNotPinned, Severity.Warning));
        warning.Advice!.ShouldContain($"{server.Host}/library/base:1@{image.Labels["org.opencontainers.image.base.digest"]}");
    }

    [Fact]
    public async Task Brings_the_layers_of_a_base_from_another_registry()
    {
        await using var from = await DockerRegistryServer.StartAsync();
        await using var to = await DockerRegistryServer.StartAsync();
        var client = new RegistryClient(_workshop.Context, $"{from.Host}/library/base");
        await BaseSamples.PushDockerImageAsync(client, "1");
        var digest = (await client.ResolveAsync("1", Token))!.Digest;
        var spec = BaseSamples.On(_workshop, $"{to.Host}/acme/web", $"{from.Host}/library/base:1@{digest}");

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        image.Diagnostics.ShouldBeEmpty();
        (await _workshop.RunAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{spec.Repository}:1"))
            .ShouldBe(image.Digest);
        await _workshop.RunAsync("skopeo", "copy", "--src-tls-verify=false", $"docker://{spec.Repository}:1", $"dir:{_workshop.PathOf("copy")}");
    }

    private async Task<Diagnostic> FailureAsync(ImageSpec spec)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, spec));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(BuildCodes.BaseUnusable);
        return diagnostic;
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());
}
