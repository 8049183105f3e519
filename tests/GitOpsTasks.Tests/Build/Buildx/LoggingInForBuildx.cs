using GitOpsTasks.Build;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Build.Buildx;

/// <summary>Credentials of the environment reach the docker command, for pushing and for base images.</summary>
public sealed class LoggingInForBuildx(SharedDocker docker)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pushes_to_a_registry_that_wants_a_user_and_builds_on_what_it_has(bool withTokens)
    {
        await using var tokens = withTokens ? new RegistryTokenServer() : null;
        await using var server = await DockerRegistryServer.StartAsync(wantsUser: !withTokens, tokens);
        using var workshop = new BuildxWorkshop((await docker.ContainerdAsync()).Address);
        workshop.Inner.Write("home/.docker/config.json", """{"credsStore":"missing","auths":{}}""");
        workshop.Inner.With("GITOPS_REGISTRY_USERNAME", DockerRegistryServer.User).With("GITOPS_REGISTRY_PASSWORD", DockerRegistryServer.Password);
        var spec = new ImageSpec("web", $"{server.Host}/acme/web") { Tags = ["type=raw,value=base"] };

        var image = await workshop.BuildAsync(spec, push: true);
        workshop.Inner.Write("src/Dockerfile", $"FROM {image.Reference}\nCOPY Dockerfile /\n");
        var second = await workshop.BuildAsync(spec with { Tags = ["type=raw,value=2"], Dockerfile = new DockerfileSpec { Pull = true } }, push: true);

        second.Pushed.ShouldBeTrue();
        workshop.Started.SelectMany(command => command.Arguments).ShouldAllBe(argument => !argument.Contains(DockerRegistryServer.Password));
        Directory.GetFileSystemEntries(workshop.Inner.PathOf("scratch")).ShouldBeEmpty();
        File.ReadAllText(workshop.Inner.PathOf("home/.docker/config.json")).ShouldBe("""{"credsStore":"missing","auths":{}}""");
    }
}
