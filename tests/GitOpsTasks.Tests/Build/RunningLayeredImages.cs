using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>A real Docker Engine runs what was built without one.</summary>
public sealed class RunningLayeredImages : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private DockerDaemon _docker = null!;
    private DockerRegistryServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _docker = await DockerDaemon.StartAsync();
        _server = await DockerRegistryServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_docker is not null)
            await _docker.DisposeAsync();
        _workshop.Dispose();
    }

    [Fact]
    public async Task Runs_a_program_on_nothing_on_a_base_and_from_an_index()
    {
        await BaseSamples.CompileAsync(_workshop, "src/bin/show");
        _workshop.Write("src/text", "of the first\n");
        var first = new ImageSpec("first", $"{_server.Host}/acme/first")
        {
            Context = "src",
            Layers = new LayersSpec
            {
                Layers = [new LayerSpec("bin", "/bin"), new LayerSpec("text", "/text")],
                Entrypoint = ["/bin/show"],
                Command = ["/text"],
                User = "1654",
            },
            Tags = ["type=raw,value=1"],
        };
        var built = await Samples.BuildAsync(_workshop.Context, first, push: true);
        (await BaseSamples.RunAsync(_workshop, _docker, built.Reference)).ShouldBe("of the first\nnone");

        var second = BaseSamples.On(_workshop, $"{_server.Host}/acme/second", built.Reference);
        second = second with
        {
            Platforms = ["linux/amd64"],
            Layers = second.Layers! with { Environment = new Dictionary<string, string> { ["MODE"] = "own" }, Command = ["/etc/own.txt"] },
        };
        var onIt = await Samples.BuildAsync(_workshop.Context, second, push: true);
        (await BaseSamples.RunAsync(_workshop, _docker, onIt.Reference)).ShouldBe("own\nown");

        var index = await Samples.BuildAsync(
            _workshop.Context, first with { Platforms = ["linux/amd64", "linux/arm64"], Repository = $"{_server.Host}/acme/index" }, push: true);
        index.MediaType.ShouldBe(OciMediaTypes.Index);
        (await BaseSamples.RunAsync(_workshop, _docker, index.Reference)).ShouldBe("of the first\nnone");
    }

    [Fact]
    public async Task Runs_a_program_on_a_base_in_the_form_of_docker()
    {
        await BaseSamples.PushDockerImageAsync(new RegistryClient(_workshop.Context, $"{_server.Host}/acme/base"), "1");
        await BaseSamples.CompileAsync(_workshop, "src/bin/show");
        var spec = BaseSamples.On(_workshop, $"{_server.Host}/acme/web", $"{_server.Host}/acme/base:1");
        spec = spec with { Layers = spec.Layers! with { Layers = [.. spec.Layers.Layers, new LayerSpec("bin", "/bin")] } };

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        (await BaseSamples.RunAsync(_workshop, _docker, image.Reference)).ShouldBe("of the base\nbase");
    }
}
