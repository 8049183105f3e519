using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class ReadingARepositoryAddress
{
    [Theory]
    [InlineData("ghcr.io/acme/web", "ghcr.io", "acme/web", "https://ghcr.io/")]
    [InlineData("nginx", "docker.io", "library/nginx", "https://registry-1.docker.io/")]
    [InlineData("docker.io/acme/web", "docker.io", "acme/web", "https://registry-1.docker.io/")]
    [InlineData("localhost:5000/web", "localhost:5000", "web", "http://localhost:5000/")]
    [InlineData("127.0.0.1:5000/a/b", "127.0.0.1:5000", "a/b", "http://127.0.0.1:5000/")]
    [InlineData("[::1]:5000/web", "[::1]:5000", "web", "http://[::1]:5000/")]
    [InlineData("10.0.0.1:5000/web", "10.0.0.1:5000", "web", "https://10.0.0.1:5000/")]
    [InlineData("localhost.example.com/web", "localhost.example.com", "web", "https://localhost.example.com/")]
    public void Splits_it_and_uses_plain_http_for_loopback_alone(string text, string host, string name, string origin)
    {
        var address = RegistryAddress.Parse(text);
        (address.Host, address.Name, address.Origin.AbsoluteUri).ShouldBe((host, name, origin));
    }

    [Theory]
    [InlineData("ghcr.io/Acme/web")]
    [InlineData("ghcr.io/acme/web:1")]
    [InlineData("https://ghcr.io/acme/web")]
    [InlineData("")]
    public void Refuses_what_is_not_one(string text) =>
        Should.Throw<TaskFailedException>(() => RegistryAddress.Parse(text)).ExitCode.ShouldBe(ExitCode.Usage);
}
