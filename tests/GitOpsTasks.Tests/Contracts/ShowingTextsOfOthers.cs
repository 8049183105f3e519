using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Contracts;

public sealed class ShowingTextsOfOthers
{
    [Theory]
    [InlineData("'https://robot:secret@ghcr.io/acme/web' is no name.", "'https://***@ghcr.io/acme/web' is no name.")]
    [InlineData("https://token@github.com/acme/web", "https://***@github.com/acme/web")]
    [InlineData("robot:secret@ghcr.io/acme/web", "***@ghcr.io/acme/web")]
    [InlineData("from 'robot:secret@localhost:5000/web'", "from '***@localhost:5000/web'")]
    [InlineData("ssh://robot:secret@example.com/web", "ssh://***@example.com/web")]
    public void Leaves_credentials_out(string text, string shown)
    {
        ShownText.WithoutCredentials(text).ShouldBe(shown);
        Diagnostic.Error("GOT0000", text, text).ToString().ShouldBe($"error GOT0000: {shown} {shown}");
    }

    [Theory]
    [InlineData("ghcr.io/acme/web:1.0@sha256:aaaa/b")]
    [InlineData("web:1.0@sha256:abc")]
    [InlineData("git@github.com:acme/web.git")]
    [InlineData("ssh://git@github.com/acme/web.git")]
    [InlineData("12:30: user@example.com wrote this/that")]
    [InlineData("actions/checkout@v4: use: a/b@main")]
    public void Keeps_all_else(string text) => ShownText.WithoutCredentials(text).ShouldBe(text);
}
