using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

/// <summary>An engine that keeps images in its own store can do less, and names ids where others name digests.</summary>
public sealed class BuildingWithBuildxAndDockersOwnStore : IAsyncLifetime
{
    private DockerDaemon _engine = null!;
    private BuildxWorkshop _workshop = null!;

    public async ValueTask InitializeAsync()
    {
        _engine = await DockerDaemon.StartAsync(usesContainerd: false);
        _workshop = new BuildxWorkshop(_engine.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _workshop?.Dispose();
        if (_engine is not null)
            await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Pushes_loads_and_refuses_what_it_cannot()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var spec = new ImageSpec("web", $"{server.Host}/acme/web") { Tags = ["type=raw,value=1", "type=raw,value=2"] };

        var loaded = await _workshop.BuildAsync(spec);
        (loaded.Digest, loaded.Pushed).ShouldBe((null, false));
        loaded.ImageId.ShouldBe(await _engine.RunAsync("docker", "image", "inspect", "--format", "{{.Id}}", $"{spec.Repository}:1"));

        var pushed = await _workshop.BuildAsync(spec, push: true);
        pushed.Digest.ShouldNotBe(pushed.ImageId);
        pushed.ImageId.ShouldBe(loaded.ImageId);
        (await new RegistryClient(_workshop.Context, spec.Repository).ResolveAsync("2", TestContext.Current.CancellationToken))!.Digest.ShouldBe(pushed.Digest);

        _workshop.Inner.With("SOURCE_DATE_EPOCH", "1700000000");
        (await _workshop.BuildAsync(spec, push: true)).Pushed.ShouldBeTrue();

        foreach (var wanting in new[] { spec with { Platforms = ["linux/amd64", "linux/arm64"] }, spec with { Provenance = true } })
        {
            var failure = await _workshop.FailAsync(wanting, push: true);
            failure.ExitCode.ShouldBe(ExitCode.Usage);
            var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
            diagnostic.Code.ShouldBe(BuildCodes.BuildxCannot);
            diagnostic.Advice.ShouldNotBeNull().ShouldContain("docker buildx create");
        }
    }
}
