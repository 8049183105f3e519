using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>As <c>gitops build --copy-from</c> does, between two real registries.</summary>
public sealed class CopyingToAnotherRegistry : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private DockerRegistryServer _staging = null!;
    private DockerRegistryServer _production = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string From => $"{_staging.Host}/acme/web";

    private string To => $"{_production.Host}/acme/web";

    public async ValueTask InitializeAsync()
    {
        _staging = await DockerRegistryServer.StartAsync();
        _production = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _staging, _production })
        {
            if (server is not null)
                await server.DisposeAsync();
        }

        _workshop.Dispose();
    }

    [Fact]
    public async Task Keeps_the_digest_the_tag_and_all_that_belongs_to_the_image()
    {
        var pushed = await SampleImage.PushAsync(Client(From), "1.4.2");

        var image = await CopyAsync($"{From}:1.4.2", "--push");

        (image.Digest, image.Pushed, image.Changed, image.Version).ShouldBe((pushed.Digest, true, true, "1.4.2"));
        image.Platforms.ShouldBe(["linux/amd64", "linux/arm64"]);
        image.PlatformImages.ShouldAllBe(platform => platform.Size > 0 && platform.Digest != null);
        image.Attached.ShouldHaveSingleItem().Type.ShouldBe(SampleImage.SbomType);
        image.Size!.Value.ShouldBeGreaterThan(0);
        image.Reference.ShouldBe($"{To}:1.4.2@{pushed.Digest}");
        (await Client(To).ResolveAsync(SampleImage.SignatureTag(pushed), Token)).ShouldNotBeNull();
        (await _workshop.RunAsync(
            "skopeo", "inspect", "--tls-verify=false", "--creds", $"{DockerRegistryServer.User}:{DockerRegistryServer.Password}", "--format", "{{.Digest}}", $"docker://{To}:1.4.2")).ShouldNotBeEmpty();

        var again = await CopyAsync($"{From}:1.4.2@{pushed.Digest}", "--push --tags type=raw,value=stable");
        (again.Digest, again.Changed, again.Version).ShouldBe((pushed.Digest, true, "stable"));
        (await CopyAsync($"{From}@{pushed.Digest}", "--push --tags type=raw,value=stable")).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_looks_without_push_and_writes_a_layout_where_asked()
    {
        var pushed = await SampleImage.PushAsync(Client(From), "1.4.2");

        var seen = await CopyAsync($"{From}:1.4.2", "");
        (seen.Digest, seen.Pushed, seen.Changed).ShouldBe((pushed.Digest, false, false));
        (await Client(To).ResolveAsync("1.4.2", Token)).ShouldBeNull();

        var layout = await CopyAsync($"{From}:1.4.2", "--layout out");
        layout.Artifact.ShouldBe(_workshop.PathOf("out/web"));
        (await _workshop.RunAsync("oras", "resolve", "--oci-layout", $"{layout.Artifact}:1.4.2")).ShouldBe(pushed.Digest);
    }

    [Theory]
    [InlineData("ghcr.io/acme/web:a:b", ExitCode.Usage, UsageCodes.InputInvalid)]
    [InlineData("https://robot:secret@ghcr.io/acme/web", ExitCode.Usage, UsageCodes.InputInvalid)]
    [InlineData("FROM/acme/none:1", ExitCode.External, RegistryCodes.ContentMissing)]
    [InlineData("FROM/acme/web:1.4.2@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ExitCode.External, RegistryCodes.ContentMissing)]
    public async Task Refuses_what_is_no_image(string reference, ExitCode exitCode, string code)
    {
        await SampleImage.PushAsync(Client(From), "1.4.2");

        var outcome = await BuildLine.RunAsync(
            _workshop.Context, $"--copy-from {reference.Replace("FROM", _staging.Host, StringComparison.Ordinal)} --images {To} --push --metadata-file m.json");

        outcome.ExitCode.ShouldBe(exitCode);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await Client(To).ListTagsAsync(null, Token)).ShouldBeNull();
        File.Exists(_workshop.PathOf("m.json")).ShouldBeFalse();
    }

    private async Task<ImageResult> CopyAsync(string from, string more)
    {
        var outcome = await BuildLine.RunAsync(_workshop.Context, $"--copy-from {from} --images {To} {more}");
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return outcome.Result!.Images.ShouldHaveSingleItem();
    }

    private RegistryClient Client(string repository) => new(_workshop.Context, repository);
}
