using GitOpsTasks.Build;
using GitOpsTasks.Build.Buildx;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

public sealed class MissingBuildx : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly ImageSpec _spec = new("web", "registry.example.com/acme/web") { Builder = BuilderKind.Buildx, Context = "src" };

    public MissingBuildx()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
        _workshop.With("PATH", _workshop.PathOf("programs"));
    }

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public Task Tells_that_there_is_no_docker() => FailsAsync("no docker command");

    [Fact]
    public Task Tells_that_there_is_no_plugin()
    {
        Docker("echo \"docker: 'buildx' is not a docker command.\" >&2; exit 1");
        return FailsAsync("no buildx plugin");
    }

    [Theory]
    [InlineData("github.com/docker/buildx v0.9.1 ed00243a")]
    [InlineData("github.com/docker/buildx 0.9.1+ds1 0.9.1+ds1-3")]
    public Task Tells_that_it_is_too_old(string version)
    {
        Docker($"echo '{version}'");
        return FailsAsync("is 0.9.1; 0.12 is needed");
    }

    [Theory]
    [InlineData("github.com/docker/buildx v0.33.0-desktop.1 abc", "0.33.0")]
    [InlineData("github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3", "0.13.1")]
    [InlineData("buildx built from source", null)]
    public void Reads_the_version(string text, string? version) => BuildxVersion.Parse(text)?.ToString().ShouldBe(version);

    [Theory]
    [InlineData("FROM scratch\nCOPY <<EOF /x\nhi\nEOF", true, BuilderKind.Buildx)]
    [InlineData("FROM scratch\nCOPY <<EOF /x\nhi\nEOF", false, BuilderKind.Docker)]
    [InlineData("FROM scratch\nCOPY Dockerfile /", true, BuilderKind.Docker)]
    public async Task Decides_the_builder_by_what_is_there(string dockerfile, bool isInstalled, BuilderKind kind)
    {
        _workshop.Write("src/Dockerfile", dockerfile);
        if (isInstalled)
            Docker("echo github.com/docker/buildx v0.33.0 abc");
        (await ChooseAsync(_spec with { Builder = null })).ShouldBe(kind);
    }

    [Fact]
    public async Task Decides_the_builder_by_what_an_image_asks_for()
    {
        var spec = _spec with { Builder = null };
        (await ChooseAsync(spec with { Platforms = ["linux/amd64", "linux/arm64"] })).ShouldBe(BuilderKind.Buildx);
        (await ChooseAsync(spec with { Context = "https://example.com/acme/web.git" })).ShouldBe(BuilderKind.Buildx);
        (await ChooseAsync(spec with { Layers = new LayersSpec() })).ShouldBe(BuilderKind.Layers);
        (await ChooseAsync(spec with { Builder = BuilderKind.Docker, Provenance = true })).ShouldBe(BuilderKind.Docker);
    }

    private Task<BuilderKind> ChooseAsync(ImageSpec spec) =>
        BuilderSelection.ChooseAsync(spec, asked: null, _workshop.Context, TestContext.Current.CancellationToken);

    private void Docker(string script) => _workshop.Write("programs/docker", $"#!/bin/sh\n{script}\n", isProgram: true);

    private async Task FailsAsync(string message)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => Samples.BuildAsync(_workshop.Context, _spec));
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(BuildCodes.BuildxMissing);
        diagnostic.Message.ShouldContain(message);
    }
}
