using GitOpsTasks.Images;

namespace GitOpsTasks.Tests.Images;

public sealed class NamingImagesOfDockerHub
{
    [Theory]
    [InlineData("nginx", "nginx")]
    [InlineData("library/nginx", "nginx")]
    [InlineData("docker.io/nginx", "nginx")]
    [InlineData("docker.io/library/nginx", "nginx")]
    [InlineData("index.docker.io/library/nginx", "nginx")]
    [InlineData("registry-1.docker.io/library/nginx", "nginx")]
    [InlineData("docker.io/acme/web", "acme/web")]
    [InlineData("acme/web", "acme/web")]
    [InlineData("library/acme/web", "library/acme/web")]
    [InlineData("ghcr.io/library/nginx", "ghcr.io/library/nginx")]
    [InlineData("docker.io.example.com/nginx", "docker.io.example.com/nginx")]
    public void Leaves_out_what_is_understood(string name, string shortForm) => DockerHub.ShortForm(name).ShouldBe(shortForm);
}
