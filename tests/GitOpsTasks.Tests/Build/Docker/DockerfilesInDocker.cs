using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Docker;

/// <summary>What Dockerfiles can ask for, against a real Docker Engine with each of its two image stores.</summary>
public abstract class DockerfilesInDocker(bool usesContainerd) : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private DockerDaemon _docker = null!;

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
    public async Task Does_what_a_Dockerfile_and_its_description_ask_for()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        ShellRoot.Write(_workshop.PathOf("src/root"));
        _workshop.Write("src/Dockerfile", """
            FROM scratch AS first
            COPY root /
            ARG WORD=none
            RUN read hosts < /etc/hosts; echo "$WORD" > /word; while read l; do case "$l" in *thehost*) echo "$l" >> /word;; esac; done < /etc/hosts
            CMD ["/bin/cat", "/word"]
            FROM first AS second
            CMD ["/bin/cat", "/nothing"]
            """);
        var spec = new ImageSpec("web", $"{server.Host}/acme/web")
        {
            Context = "src",
            Labels = new Dictionary<string, string> { ["team"] = "web & \"ops\"" },
            Dockerfile = new DockerfileSpec
            {
                Arguments = new Dictionary<string, string> { ["WORD"] = "given=ä" },
                Target = "first",
                Network = "none",
                Hosts = ["thehost:10.1.2.3"],
                NoCache = true,
            },
        };

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        var printed = await _docker.RunAsync("docker", "run", "--rm", "--network", "none", image.Reference);
        printed.ShouldStartWith("given=ä");
        (await _docker.RunAsync("docker", "image", "inspect", "--format", "{{index .Config.Labels \"team\"}}", image.Reference)).ShouldBe("web & \"ops\"");
        var platform = image.PlatformImages.ShouldHaveSingleItem();
        (platform.Digest, platform.Platform).ShouldBe((image.Digest, image.Platforms[0]));
        image.Size!.Value.ShouldBeGreaterThan(100_000);
        (await _workshop.RunAsync("oras", "resolve", "--plain-http", $"{spec.Repository}:sha-0123456")).ShouldBe(image.Digest);
    }

    [Fact]
    public async Task Builds_on_an_image_of_a_registry_that_wants_a_user()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
        var spec = new ImageSpec("web", $"{server.Host}/base") { Context = "src", Tags = ["type=raw,value=1"] };
        var progress = new RecordedProgress();
        var image = await Samples.BuildAsync(_workshop.Context with { Progress = progress }, spec, push: true);
        await _docker.RunAsync("docker", "image", "rm", "--force", image.ImageId!);
        _workshop.Write("src/Dockerfile", $"FROM {spec.Repository}:1\nCOPY Dockerfile /two\n");

        (await Samples.BuildAsync(_workshop.Context, spec with { Dockerfile = new DockerfileSpec { Pull = true }, Tags = ["type=raw,value=2"] })).ImageId.ShouldNotBeNull();
        string[] logs = [.. progress.Lines, .. await server.LogAsync(), .. _docker.Lines];
        logs.ShouldAllBe(line => !line.Contains(DockerRegistryServer.Password));
    }

    [Theory]
    [InlineData("FROM scratch\nCOPY root /\nRUN echo last words; exit 7\n", 3, "7")]
    [InlineData("FROM scratch\n  COPYY a b\n", 2, "COPYY")]
    public async Task Tells_the_line_that_failed(string dockerfile, int line, string error)
    {
        ShellRoot.Write(_workshop.PathOf("src/root"));
        _workshop.Write("src/Dockerfile", dockerfile);
        var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "src", Dockerfile = new DockerfileSpec { Network = "none" } };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, spec));

        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Place!.File, diagnostic.Place.Line).ShouldBe(("src/Dockerfile", line));
        diagnostic.Message.ShouldContain(error);
        if (line == 3)
            diagnostic.Advice.ShouldNotBeNull().ShouldContain("last words");
    }

    [Fact]
    public async Task Keeps_a_Dockerfile_that_is_left_out_or_outside_out_of_the_image()
    {
        _workshop.Write("deploy/Dockerfile", "FROM scratch\nCOPY . /\n");
        _workshop.Write("src/app.txt", "app");
        foreach (var ignore in new[] { null, "deploy", "*.bin\n.dockerignore" })
        {
            if (ignore is not null)
                _workshop.Write("src/.dockerignore", ignore);
            var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "src", Dockerfile = new DockerfileSpec { Path = "../deploy/Dockerfile" } };
            await Samples.BuildAsync(_workshop.Context, spec);
            var id = await _docker.RunAsync("docker", "create", $"{spec.Repository}:sha-0123456", "x");
            await _docker.RunAsync("docker", "export", "--output", _workshop.PathOf("image.tar"), id);
            var listing = await _workshop.RunAsync("tar", "-tf", _workshop.PathOf("image.tar"));
            listing.ShouldContain("app.txt");
            listing.ShouldNotContain("Dockerfile");
            listing.Contains(".dockerignore", StringComparison.Ordinal).ShouldBe(ignore == "deploy");
        }
    }

    [Fact]
    public async Task Ends_the_build_when_it_is_cancelled()
    {
        ShellRoot.Write(_workshop.PathOf("src/root"));
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY root /\nRUN i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done\n");
        var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "src", Dockerfile = new DockerfileSpec { Network = "none" } };
        using var cancel = new CancellationTokenSource();
        var progress = new RecordedProgress { OnLine = line => { if (line.Contains("RUN i=0", StringComparison.Ordinal)) cancel.Cancel(); } };
        var request = new BuildRequest { Images = [spec], Revision = Samples.Revision };

        await Should.ThrowAsync<OperationCanceledException>(
            () => BuildTask.RunAsync(request, _workshop.Context with { Progress = progress }, cancel.Token));

        Directory.GetFileSystemEntries(_workshop.PathOf("scratch")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_that_the_engine_died()
    {
        ShellRoot.Write(_workshop.PathOf("src/root"));
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY root /\nRUN i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done\n");
        var spec = new ImageSpec("web", "registry.example.com/acme/web") { Context = "src", Dockerfile = new DockerfileSpec { Network = "none" } };
        var progress = new RecordedProgress { OnLine = line => { if (line.Contains("RUN i=0", StringComparison.Ordinal)) _docker.Kill(); } };

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context with { Progress = progress }, spec));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.DockerUnreachable);
    }
}
