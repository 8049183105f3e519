using GitOpsTasks.Images;

namespace GitOpsTasks.Tests.Images;

public sealed class ParsingAnImageReference
{
    [Theory]
    [InlineData("nginx", null, "nginx", null, null)]
    [InlineData("nginx:1.25", null, "nginx", "1.25", null)]
    [InlineData("localhost:5000/app", "localhost:5000", "app", null, null)]
    [InlineData("ghcr.io/acme/web:v1", "ghcr.io", "acme/web", "v1", null)]
    [InlineData("localhost/web:1", "localhost", "web", "1", null)]
    public void Splits_it_into_its_parts(string text, string? registry, string repository, string? tag, string? digest)
    {
        ImageReference.TryParse(text, out var reference).ShouldBeTrue();
        (reference.Registry, reference.Repository, reference.Tag, reference.Digest)
            .ShouldBe((registry, repository, tag, digest));
        reference.ToString().ShouldBe(text);
    }

    [Fact]
    public void Keeps_tag_and_digest_together()
    {
        var digest = "sha256:" + new string('a', 64);
        ImageReference.TryParse($"web:1@{digest}", out var reference).ShouldBeTrue();
        (reference.Tag, reference.Digest).ShouldBe(("1", digest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Web")]
    [InlineData("web:")]
    [InlineData("web:.bad")]
    [InlineData("web@sha256:12")]
    [InlineData("we b")]
    [InlineData("-web")]
    public void Refuses_what_no_registry_would_take(string text) =>
        ImageReference.TryParse(text, out _).ShouldBeFalse();
}
