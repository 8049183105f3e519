using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>Against a real Docker Engine, with each of its two image stores.</summary>
public abstract class BuildingWithDocker(bool usesContainerd) : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private DockerDaemon _docker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _docker = await DockerDaemon.StartAsync(usesContainerd);
        _workshop.With("DOCKER_HOST", _docker.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_docker is not null)
            await _docker.DisposeAsync();
        _workshop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Builds_pushes_and_reports_what_the_registry_serves()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User)
            .With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        _workshop.Write("src/hello.txt", "hello");
        _workshop.Write("src/secret.txt", "not to be sent");
        _workshop.Write("src/.dockerignore", "secret*\nDockerfile\n");
        _workshop.Write("src/Dockerfile", "FROM scratch\nARG NAME\nCOPY . /src/\nLABEL name=$NAME\n");
        var spec = new ImageSpec("web", $"{server.Host}/acme/web")
        {
            Context = "src",
            Dockerfile = new DockerfileSpec { Arguments = new Dictionary<string, string> { ["NAME"] = "from-argument" } },
            Tags = ["type=semver,pattern={{version}}", "type=sha"],
        };

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (image.Pushed, image.Changed).ShouldBe((true, true));
        image.Platforms.ShouldHaveSingleItem().ShouldStartWith("linux/");
        var registry = new RegistryClient(_workshop.Context, spec.Repository);
        foreach (var tag in new[] { "1.2.3", "sha-0123456" })
            (await registry.ResolveAsync(tag, Token))!.Digest.ShouldBe(image.Digest);
        var read = new[] { "inspect", "--tls-verify=false", "--creds", $"{DockerRegistryServer.User}:{DockerRegistryServer.Password}", $"docker://{spec.Repository}:1.2.3" };
        var inspected = await _workshop.RunAsync("skopeo", read);
        inspected.ShouldContain("\"name\": \"from-argument\"");
        inspected.ShouldContain(Samples.Revision.Commit);
        await _workshop.RunAsync("skopeo", ["copy", "--src-tls-verify=false", "--src-creds", read[3], read[4], $"oci:{_workshop.PathOf("copy")}:1"]);
        (await FilesOfAsync("copy")).ShouldContain("src/hello.txt");
        (await FilesOfAsync("copy")).ShouldNotContain("secret");

        var again = await Samples.BuildAsync(_workshop.Context, spec, push: true);
        (again.Digest, again.Changed).ShouldBe((image.Digest, false));
    }

    [Fact]
    public async Task Has_an_id_and_no_digest_before_it_is_pushed()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");

        var image = await Samples.BuildAsync(_workshop.Context, new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" });

        image.ImageId.ShouldNotBeNull().ShouldStartWith("sha256:");
        (image.Digest, image.MediaType, image.Pushed, image.Changed).ShouldBe((null, null, false, false));
    }

    [Fact]
    public async Task Fails_where_the_stream_tells_of_an_error()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY missing /\n");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" }));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.BuildFailed);
        failure.Message.ShouldContain("missing");
    }

    [Fact]
    public async Task Never_makes_an_empty_file_of_a_here_document()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY <<EOF /hello\nhi\nEOF\n");
        var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" };

        if (!usesContainerd)
        {
            (await Samples.BuildAsync(_workshop.Context, spec)).ImageId.ShouldNotBeNull();
            return;
        }

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, spec));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.DockerNotSupported);
    }

    [Fact]
    public async Task Shows_its_steps()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /shown-step\n");
        var progress = new RecordedProgress();

        await Samples.BuildAsync(
            _workshop.Context with { Progress = progress }, new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" });

        progress.Lines[0].ShouldBe("begin build web");
        progress.Lines.ShouldContain(line => line.Contains("COPY Dockerfile /shown-step", StringComparison.Ordinal));
        progress.Lines[^2].ShouldStartWith("complete built sha256:");
    }

    [Fact]
    public async Task Is_refused_by_a_registry_that_does_not_know_the_user()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", "wr0ng-secret");
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, new ImageSpec("web", $"{server.Host}/web") { Context = "src" }, push: true));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.ToString().ShouldNotContain("wr0ng-secret");
    }

    private async Task<string> FilesOfAsync(string layout)
    {
        var listing = "";
        foreach (var blob in Directory.GetFiles(_workshop.PathOf($"{layout}/blobs/sha256")))
        {
            if (File.ReadAllBytes(blob) is [0x1f, 0x8b, ..])
                listing += await _workshop.RunAsync("tar", "-tzf", blob) + "\n";
        }

        return listing;
    }
}
