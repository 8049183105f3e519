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
    [InlineData("web=web", "web", "web", null, null)]
    [InlineData("=web:1", "web", null, "1", null)]
    [InlineData("localhost:5000", "localhost", null, "5000", null)]
    [InlineData("localhost:5000/web:1", "localhost:5000/web", null, "1", null)]
    [InlineData("ghcr.io/acme/web=r.example.com:443/a/b:v1_2-x", "ghcr.io/acme/web", "r.example.com:443/a/b", "v1_2-x", null)]
    [InlineData("PLACEHOLDER=shop:1", "PLACEHOLDER", "shop", "1", null)]
    [InlineData("PLACEHOLDER:1", "PLACEHOLDER", null, "1", null)]
    [InlineData("alpine:latest=alpine:3.20", "alpine:latest", "alpine", "3.20", null)]
    [InlineData("alpine:latest=:3.20", "alpine:latest", null, "3.20", null)]
    [InlineData("(web|shop)-.*=ghcr.io/acme/web:1", "(web|shop)-.*", "ghcr.io/acme/web", "1", null)]
    public void Takes_the_grammar_of_kustomize(string argument, string name, string? newName, string? tag, string? digest) =>
        ImageUpdate.Parse(argument.Replace("DIGEST", s_digest, StringComparison.Ordinal))
            .ShouldBe(new ImageUpdate(name, newName, tag, digest is null ? null : s_digest));

    [Theory]
    [InlineData("web=*", ImageParts.Name, null, null)]
    [InlineData("web=*:1", ImageParts.Name, "1", null)]
    [InlineData("web=*@DIGEST", ImageParts.Name, null, "DIGEST")]
    [InlineData("web=*:*", ImageParts.Name | ImageParts.Tag, null, null)]
    [InlineData("web=*:*@*", ImageParts.Name | ImageParts.Tag | ImageParts.Digest, null, null)]
    [InlineData("web:*", ImageParts.Tag, null, null)]
    [InlineData("web:*@DIGEST", ImageParts.Tag, null, "DIGEST")]
    [InlineData("web@*", ImageParts.Digest, null, null)]
    [InlineData("web:1@*", ImageParts.Digest, "1", null)]
    public void Keeps_apart_what_is_starred_and_what_is_not_given(string argument, ImageParts starred, string? tag, string? digest)
    {
        var update = ImageUpdate.Parse(argument.Replace("DIGEST", s_digest, StringComparison.Ordinal));
        update.ShouldBe(new ImageUpdate("web", null, tag, digest is null ? null : s_digest) { Starred = starred });
        update.SetsNothing.ShouldBe(tag is null && digest is null);
        update.ToString().ShouldBe(argument.Replace("DIGEST", s_digest, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("web=Shop:1", "has no upper-case letters")]
    [InlineData("web:1.0+build", "has no '+'")]
    [InlineData("web:", "its tag is empty, as where a variable is not set")]
    [InlineData("web:1@", "its digest is empty, as where a variable is not set")]
    [InlineData("web@sha256:ABC", "64 hexadecimal digits in lower case")]
    [InlineData("web", "it sets neither name, tag nor digest")]
    [InlineData(":1", "it names no image")]
    public void Says_what_is_wrong(string argument, string said) =>
        Should.Throw<TaskFailedException>(() => ImageUpdate.Parse(argument)).Diagnostics[0].Message.ShouldContain(said);

    [Theory]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("web=")]
    [InlineData("web shop=x:1")]
    [InlineData("web=Shop:1")]
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
