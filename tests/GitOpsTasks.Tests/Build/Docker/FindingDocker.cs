using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Docker;

public sealed class FindingDocker : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Takes_the_default_where_nothing_is_said() => Address().ShouldBe("unix:///var/run/docker.sock");

    [Fact]
    public void Takes_the_context_in_use()
    {
        WriteContext("home/.docker", "remote", "tcp://192.0.2.1:2376");
        _workshop.Write("home/.docker/config.json", """{"currentContext":"remote"}""");
        Address().ShouldBe("tcp://192.0.2.1:2376");
    }

    [Fact]
    public void Prefers_DOCKER_CONTEXT_and_before_it_DOCKER_HOST()
    {
        WriteContext("cfg", "one", "unix:///one.sock");
        WriteContext("cfg", "two", "unix:///two.sock");
        _workshop.Write("cfg/config.json", """{"currentContext":"one"}""");
        _workshop.With("DOCKER_CONFIG", _workshop.PathOf("cfg"));
        Address().ShouldBe("unix:///one.sock");
        _workshop.With("DOCKER_CONTEXT", "two");
        Address().ShouldBe("unix:///two.sock");
        _workshop.With("DOCKER_CONTEXT", "default");
        Address().ShouldBe("unix:///var/run/docker.sock");
        _workshop.With("DOCKER_HOST", "tcp://127.0.0.1:1");
        Address().ShouldBe("tcp://127.0.0.1:1");
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:2376", null, "http://127.0.0.1:2376/")]
    [InlineData("tcp://127.0.0.1:2376", "1", "https://127.0.0.1:2376/")]
    [InlineData("unix:///run/d.sock", "1", "http://docker/")]
    [InlineData("npipe:////./pipe/docker_engine", null, "http://docker/")]
    [InlineData("ssh://me@host:22/run/d.sock", null, "http://docker/")]
    public void Speaks_TLS_where_it_is_asked_for(string address, string? verifies, string origin)
    {
        _workshop.With("DOCKER_HOST", address).With("DOCKER_TLS_VERIFY", verifies ?? "");
        DockerEndpoint.From(_workshop.Context).Origin.ToString().ShouldBe(origin);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("unix://")]
    [InlineData("http://127.0.0.1")]
    [InlineData("ssh://me:pl4nted@host")]
    public void Refuses_an_address_of_no_known_kind(string address)
    {
        _workshop.With("DOCKER_HOST", address);
        var failure = Should.Throw<TaskFailedException>(Address);
        failure.Diagnostics[0].Code.ShouldBe(BuildCodes.DockerNotSupported);
        failure.Message.ShouldNotContain("pl4nted");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("no json: pl4nted")]
    [InlineData("""{"Endpoints":{"docker":{}}}""")]
    public void Refuses_a_context_that_names_no_engine(string? meta)
    {
        if (meta is not null)
            WriteMeta("home/.docker", "gone", meta);
        _workshop.With("DOCKER_CONTEXT", "gone");
        var failure = Should.Throw<TaskFailedException>(Address);
        failure.Diagnostics[0].Code.ShouldBe(BuildCodes.DockerNotSupported);
        failure.Message.ShouldNotContain("pl4nted");
    }

    private string Address() => DockerEndpoint.From(_workshop.Context).Address;

    private void WriteContext(string config, string name, string host) =>
        WriteMeta(config, name, $$$"""{"Name":"{{{name}}}","Metadata":{},"Endpoints":{"docker":{"Host":"{{{host}}}","SkipTLSVerify":false} } }""");

    private void WriteMeta(string config, string name, string text) =>
        _workshop.Write($"{config}/contexts/meta/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}/meta.json", text);
}
