using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class BuildingWithoutDocker : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Tells_what_to_do()
    {
        var socket = _workshop.PathOf("no.sock");
        _workshop.With("DOCKER_HOST", $"unix://{socket}");

        var failure = await FailAsync();

        failure.ExitCode.ShouldBe(ExitCode.External);
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(BuildCodes.DockerUnreachable);
        diagnostic.Message.ShouldContain(socket);
        diagnostic.Advice.ShouldNotBeNull().ShouldContain("builder: layers");
    }

    [Theory]
    [InlineData("ssh://user:password@example.com")]
    [InlineData("nonsense")]
    public async Task Refuses_an_address_it_cannot_use(string address)
    {
        _workshop.With("DOCKER_HOST", address);
        (await FailAsync()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.DockerNotSupported);
    }

    private Task<TaskFailedException> FailAsync()
    {
        _workshop.Write("src/Dockerfile", "FROM scratch\n");
        return Should.ThrowAsync<TaskFailedException>(
            () => Samples.BuildAsync(_workshop.Context, new ImageSpec("web", "registry.example.com/acme/web") { Context = "src" }));
    }
}
