using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.MSBuild;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

public sealed class NamingAPublishedImage
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly RecordingEngine _engine = new();

    [Theory]
    [InlineData("latest", "latest")]
    [InlineData("latest;main", "main")]
    [InlineData("1;1.2;1.2.3;latest", "1.2.3")]
    [InlineData("v1.9.0;v1.10.0-rc.1", "v1.10.0-rc.1")]
    [InlineData("main;sha-1a2b3c4", "main")]
    public void Takes_the_tag_that_says_most(string tags, string taken) => ImageOf(Task(tags.Split(';'))).ShouldBe($"ghcr.io/acme/web:{taken}@{Digest}");

    [Fact]
    public void Takes_the_digest_of_an_index_from_its_bytes()
    {
        const string index = """{"schemaVersion":2,"manifests":[]}""";
        var task = Task("1.0.0");
        task.Index = index;
        ImageOf(task).ShouldBe($"ghcr.io/acme/web:1.0.0@sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(index)))}");
    }

    [Fact]
    public void Leaves_the_digest_out_where_tags_are_followed()
    {
        var task = Task("1.0.0");
        task.TagOnly = true;
        ImageOf(task).ShouldBe("ghcr.io/acme/web:1.0.0");
    }

    [Fact]
    public void Refuses_an_image_that_is_in_a_container_engine_only()
    {
        var task = Task("1.0.0");
        task.Registry = "";
        task.Execute().ShouldBeFalse();
        _engine.Errors.Single().Code.ShouldBe("GOT1041");
    }

    [Fact]
    public void Refuses_to_pin_without_a_digest()
    {
        var task = Task("1.0.0");
        task.Digest = null;
        task.Execute().ShouldBeFalse();
        _engine.Errors.Single().Code.ShouldBe("GOT1042");
    }

    private string ImageOf(GitOpsPublishedImage task)
    {
        task.Execute().ShouldBeTrue(string.Join('\n', _engine.Errors.Select(error => error.Message)));
        return task.Image;
    }

    private GitOpsPublishedImage Task(params string[] tags) =>
        new() { BuildEngine = _engine, Registry = "ghcr.io", Repository = "acme/web", Tags = tags, Digest = Digest };
}
