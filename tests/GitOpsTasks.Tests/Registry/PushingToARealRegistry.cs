using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class PushingToARealRegistry : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Serves_what_was_pushed_under_its_digest()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        var config = TestImages.Blob("hello");

        (await registry.ResolveAsync("1.0", Token)).ShouldBeNull();
        (await registry.HasBlobAsync(config.Descriptor, Token)).ShouldBeFalse();
        (await TestImages.PushAsync(registry, config, "1.0")).ShouldBeTrue();

        (await registry.HasBlobAsync(config.Descriptor, Token)).ShouldBeTrue();
        var manifest = TestImages.Manifest(config);
        (await registry.ResolveAsync("1.0", Token)).ShouldBe(manifest.Descriptor);
        (await registry.GetManifestAsync("1.0", Token))!.Content.ToArray().ShouldBe(manifest.Content.ToArray());
        (await registry.GetManifestAsync(manifest.Descriptor.Digest, Token))!.Descriptor.ShouldBe(manifest.Descriptor);
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");
        var config = TestImages.Blob("hello");
        await TestImages.PushAsync(registry, config, "1.0");

        (await registry.PushBlobAsync(config, Token)).ShouldBeFalse();
        (await TestImages.PushAsync(registry, config, "1.0")).ShouldBeFalse();
        (await server.UploadsAsync()).ShouldHaveSingleItem();
        (await TestImages.PushAsync(registry, config, "1.1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Logs_in_with_credentials_from_the_environment()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        _workshop.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User)
            .With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");

        (await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0")).ShouldBeTrue();
    }

    [Fact]
    public async Task Logs_in_with_credentials_from_the_docker_configuration()
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DockerRegistryServer.User}:{DockerRegistryServer.Password}"));
        _workshop.Write("home/.docker/config.json", $$$"""{"auths":{"http://{{{server.Host}}}/v2/":{"auth":"{{{auth}}}"} } }""");
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");

        (await TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong-passw0rd")]
    public async Task Is_refused_without_the_right_credentials_and_does_not_tell_them(string? password)
    {
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: true);
        if (password is not null)
            _workshop.With("GITOPS_REGISTRY_USERNAME", "robot").With("GITOPS_REGISTRY_PASSWORD", password);
        var registry = new RegistryClient(_workshop.Context, $"{server.Host}/acme/web");

        var failure = await Should.ThrowAsync<TaskFailedException>(
            () => TestImages.PushAsync(registry, TestImages.Blob("hello"), "1.0"));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Message.ShouldContain($"{server.Host}/acme/web");
        failure.Message.ShouldContain("GITOPS_REGISTRY_PASSWORD");
        if (password is not null)
            failure.ToString().ShouldNotContain(password);
    }
}
