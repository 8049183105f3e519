using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

public sealed class FollowingAnAddress : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("https://a.example.com/v2/x", "/y?z=1", "https://a.example.com/y?z=1")]
    [InlineData("https://a.example.com/v2/x", "https://b.example.com/y", "https://b.example.com/y")]
    [InlineData("http://localhost/v2/x", "http://localhost:81/y", "http://localhost:81/y")]
    [InlineData("http://localhost/v2/x", "https://b.example.com/y", "https://b.example.com/y")]
    public void Makes_it_absolute(string from, string location, string expected) =>
        Follow(from, location).AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("https://a.example.com/v2/x", "http://a.example.com/y")]
    [InlineData("https://a.example.com/v2/x", "http://b.example.com/y")]
    [InlineData("https://a.example.com/v2/x", "file:///etc/passwd")]
    [InlineData("http://localhost/v2/x", "ftp://localhost/y")]
    public void Never_leaves_https_or_http(string from, string location) =>
        Should.Throw<TaskFailedException>(() => Follow(from, location)).ExitCode.ShouldBe(ExitCode.External);

    private Uri Follow(string from, string location) =>
        new RegistryTransport(_workshop.Context, RegistryAddress.Parse("a.example.com/web"))
            .Follow(new Uri(from), new Uri(location, UriKind.RelativeOrAbsolute));
}
