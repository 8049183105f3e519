using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Tests.Images;

public sealed class ParsingAnImageArgument
{
    private static readonly string s_digest = "sha256:" + new string('0', 64);

    [Theory]
    [InlineData("web:1", "web", null, "1", null)]
    [InlineData("web@DIGEST", "web", null, null, "DIGEST")]
    [InlineData("web:1@DIGEST", "web", null, "1", "DIGEST")]
    [InlineData("web=shop", "web", "shop", null, null)]
    [InlineData("web=shop:1", "web", "shop", "1", null)]
    [InlineData("web=shop@DIGEST", "web", "shop", null, "DIGEST")]
    [InlineData("web=shop:1@DIGEST", "web", "shop", "1", "DIGEST")]
    [InlineData("web=:1", "web", null, "1", null)]
    [InlineData("web=@DIGEST", "web", null, null, "DIGEST")]
    [InlineData("web=*:1", "web", null, "1", null)]
    [InlineData("web=shop:*", "web", "shop", null, null)]
    [InlineData("web=shop@*", "web", "shop", null, null)]
    [InlineData("web=web", "web", "web", null, null)]
    [InlineData("=web:1", "web", null, "1", null)]
    [InlineData("localhost:5000", "localhost", null, "5000", null)]
    [InlineData("localhost:5000/web:1", "localhost:5000/web", null, "1", null)]
    [InlineData("ghcr.io/acme/web=r.example.com:443/a/b:v1_2-x", "ghcr.io/acme/web", "r.example.com:443/a/b", "v1_2-x", null)]
    public void Takes_the_grammar_of_kustomize(string argument, string name, string? newName, string? tag, string? digest) =>
        ImageUpdate.Parse(argument.Replace("DIGEST", s_digest, StringComparison.Ordinal))
            .ShouldBe(new ImageUpdate(name, newName, tag, digest is null ? null : s_digest));

    [Theory]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("=web")]
    [InlineData("web=")]
    [InlineData("web=*")]
    [InlineData("web=*:*")]
    [InlineData("web:*")]
    [InlineData("Web:1")]
    [InlineData("web:")]
    [InlineData("web:a b")]
    [InlineData("web:-1")]
    [InlineData("web:.1")]
    [InlineData("web:1\n")]
    [InlineData("web@sha256:abc")]
    [InlineData("web@DIGEST:1")]
    [InlineData("web=shop=x:1")]
    [InlineData("*:1")]
    [InlineData("web:1 # x")]
    [InlineData("web:1@")]
    public void Refuses_anything_else(string argument)
    {
        var failure = Should.Throw<TaskFailedException>(() => ImageUpdate.Parse(argument.Replace("DIGEST", s_digest, StringComparison.Ordinal)));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Usage, ImageCodes.ArgumentInvalid));
        failure.Diagnostics[0].Advice.ShouldNotBeNull();
    }

    [Fact]
    public void Refuses_a_tag_longer_than_a_registry_takes()
    {
        ImageUpdate.Parse("web:" + new string('1', 128)).Tag!.Length.ShouldBe(128);
        Should.Throw<TaskFailedException>(() => ImageUpdate.Parse("web:" + new string('1', 129)));
    }

    [Theory]
    [InlineData("web:1")]
    [InlineData("web=shop:1")]
    [InlineData("localhost:5000/web:1")]
    public void Writes_what_it_read(string argument) => ImageUpdate.Parse(argument).ToString().ShouldBe(argument);
}
