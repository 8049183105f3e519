using GitOpsTasks.Build;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

/// <summary>Against a real engine with containerd, and a real registry.</summary>
public sealed class BuildingWithBuildx(SharedDocker docker) : IAsyncLifetime
{
    private static readonly string[] TwoPlatforms = ["linux/amd64", "linux/arm64"];
    private DockerDaemon _engine = null!;
    private DockerRegistryServer _server = null!;
    private BuildxWorkshop _workshop = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ImageSpec Spec => new("web", $"{_server.Host}/acme/web") { Dockerfile = new DockerfileSpec { Network = "none" } };

    public async ValueTask InitializeAsync()
    {
        _engine = await docker.ContainerdAsync();
        _server = await DockerRegistryServer.StartAsync();
        _workshop = new BuildxWorkshop(_engine.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _workshop?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task Pushes_an_index_of_several_platforms_with_provenance()
    {
        var spec = Spec with
        {
            Platforms = TwoPlatforms,
            Provenance = true,
            Annotations = ["index:org.example.note=a, b"],
            Labels = new Dictionary<string, string> { ["team"] = "web, ops" },
            Tags = ["type=semver,pattern={{version}}", "type=sha"],
        };

        var image = await _workshop.BuildAsync(spec, push: true);

        (image.Pushed, image.Changed, image.MediaType, image.ImageId).ShouldBe((true, true, OciMediaTypes.Index, null));
        image.Platforms.ShouldBe(TwoPlatforms);
        image.PlatformImages.ShouldAllBe(platform => platform.Size > 0 && platform.ImageId!.StartsWith("sha256:") && platform.Digest != image.Digest);
        image.Size!.Value.ShouldBeGreaterThan(image.PlatformImages.Sum(platform => platform.Size!.Value) - 1);
        foreach (var tag in new[] { "1.2.3", "sha-0123456" })
            (await _workshop.Inner.RunAsync("oras", "resolve", "--plain-http", $"{spec.Repository}:{tag}")).ShouldBe(image.Digest);
        var index = await _workshop.Inner.RunAsync("skopeo", "inspect", "--raw", "--tls-verify=false", $"docker://{spec.Repository}@{image.Digest}");
        index.ShouldContain("a, b");
        index.ShouldContain("attestation-manifest");
        (await _workshop.Inner.RunAsync("skopeo", "inspect", "--config", "--tls-verify=false", $"docker://{spec.Repository}:1.2.3")).ShouldContain("web, ops");
    }

    [Fact]
    public async Task Gives_the_same_digest_for_the_same_sources()
    {
        var first = await _workshop.BuildAsync(Spec, push: true);
        using var other = new BuildxWorkshop(_engine.Address);
        var second = await other.BuildAsync(Spec with { Dockerfile = Spec.Dockerfile with { NoCache = true } }, push: true);

        first.MediaType.ShouldNotBe(OciMediaTypes.Index);
        first.ImageId.ShouldBe(first.PlatformImages.ShouldHaveSingleItem().ImageId);
        (await _workshop.BuildAsync(Spec, push: true)).Changed.ShouldBeFalse();
        second.Platforms.ShouldBe(first.Platforms);
    }

    [Fact]
    public async Task Sets_times_of_files_back_where_a_time_is_given()
    {
        _workshop.Inner.With("SOURCE_DATE_EPOCH", "1700000000");
        var first = await _workshop.BuildAsync(Spec, push: true);
        using var other = new BuildxWorkshop(_engine.Address);
        other.Inner.With("SOURCE_DATE_EPOCH", "1700000000");
        File.SetLastWriteTimeUtc(other.Inner.PathOf("src/hello.txt"), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var second = await other.BuildAsync(Spec with { Dockerfile = Spec.Dockerfile with { NoCache = true } }, push: true);

        (second.Digest, second.Changed).ShouldBe((first.Digest, false));
    }

    [Fact]
    public async Task Hands_a_secret_of_the_environment_to_a_step_and_to_nothing_else()
    {
        _workshop.WriteShell("RUN --mount=type=secret,id=token read v < /run/secrets/token; echo ${#v} > /length\nCMD [\"/bin/cat\", \"/length\"]\n");
        _workshop.Inner.With("NPM_TOKEN", "pl4nted-s3cret");
        var spec = Spec with { Dockerfile = Spec.Dockerfile with { Secrets = ["id=token,env=NPM_TOKEN"] } };

        var image = await _workshop.BuildAsync(spec, push: true);

        (await _engine.RunAsync("docker", "run", "--rm", "--network", "none", image.Reference)).ShouldBe("14");
        _workshop.Started.SelectMany(command => command.Arguments).ShouldAllBe(argument => !argument.Contains("pl4nted"));
        _workshop.Progress.Lines.ShouldAllBe(line => !line.Contains("pl4nted"));
        (await _server.LogAsync()).ShouldAllBe(line => !line.Contains("pl4nted"));
    }

    [Fact]
    public async Task Writes_a_layout_and_pushes_what_is_in_it()
    {
        var spec = Spec with { Platforms = TwoPlatforms };

        var image = await _workshop.BuildAsync(spec, push: true, artifact: "out");

        image.Artifact.ShouldBe(_workshop.Inner.PathOf("out/web"));
        (image.Pushed, image.Platforms.Count).ShouldBe((true, 2));
        (await _workshop.Inner.RunAsync("oras", "resolve", "--oci-layout", $"{image.Artifact}:sha-0123456")).ShouldBe(image.Digest);
        (await _workshop.Inner.RunAsync("oras", "resolve", "--plain-http", $"{spec.Repository}:sha-0123456")).ShouldBe(image.Digest);
    }

    [Fact]
    public async Task Keeps_steps_in_a_registry_and_takes_them_from_there()
    {
        var cache = $"type=registry,ref={_server.Host}/acme/cache";
        var spec = Spec with { Dockerfile = Spec.Dockerfile with { CacheTo = [cache + ",mode=max"], CacheFrom = [cache] } };

        await _workshop.BuildAsync(spec, push: true);

        (await new RegistryClient(_workshop.Context, $"{_server.Host}/acme/cache").ResolveAsync("latest", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Has_an_id_and_no_digest_before_it_is_pushed()
    {
        var image = await _workshop.BuildAsync(Spec);

        (image.Digest, image.MediaType, image.Pushed).ShouldBe((null, null, false));
        (await _engine.RunAsync("docker", "image", "inspect", "--format", "{{.Id}}", $"{Spec.Repository}:sha-0123456")).ShouldNotBeEmpty();
        image.ImageId.ShouldNotBeNull().ShouldStartWith("sha256:");
    }

    [Fact]
    public async Task Copies_from_another_context()
    {
        _workshop.Inner.Write("shared/common.txt", "common");
        _workshop.Inner.Write("src/Dockerfile", "FROM scratch\nCOPY --from=shared common.txt /\n");

        (await _workshop.BuildAsync(Spec with { Dockerfile = Spec.Dockerfile with { Contexts = new Dictionary<string, string> { ["shared"] = "shared" } } }))
            .ImageId.ShouldNotBeNull();
    }
}
