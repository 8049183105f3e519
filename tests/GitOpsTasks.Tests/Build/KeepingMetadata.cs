using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>The file of <c>--metadata-file</c>, beside what the outputs say.</summary>
public sealed class KeepingMetadata : IDisposable
{
    private static readonly string[] s_members =
    [
        "repository", "tags", "version", "digest", "ref", "mediaType", "imageId", "size", "platforms", "platformImages", "attached",
        "pushed", "changed", "layout", "containerimage.digest", "image.name",
    ];

    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Says_of_each_image_what_the_registry_serves()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        Describe($"{server.Host}/acme/web");
        _workshop.Write("report.json", """{"issues":0}""");

        var outcome = await BuildLine.RunAsync(
            _workshop.Context, "--push --layout out --attach application/vnd.acme.report+json=report.json --metadata-file out/images.json");

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var outputs = outcome.Outputs.ToDictionary(pair => pair.Key.Name, pair => pair.Value);
        var digest = await _workshop.RunAsync("skopeo", "inspect", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{server.Host}/acme/web:1.0");
        using var file = JsonDocument.Parse(File.ReadAllText(_workshop.PathOf("out/images.json")));
        var image = file.RootElement.GetProperty("web");
        image.EnumerateObject().Select(member => member.Name).ShouldBe(s_members);
        image.GetProperty("digest").GetString().ShouldBe(digest);
        image.GetProperty("containerimage.digest").GetString().ShouldBe(digest);
        image.GetProperty("ref").GetString().ShouldBe($"{server.Host}/acme/web:1.0@{digest}");
        image.GetProperty("image.name").GetString().ShouldBe($"{server.Host}/acme/web:1.0,{server.Host}/acme/web:edge");
        image.GetProperty("mediaType").GetString().ShouldBe(OciMediaTypes.Manifest);
        var platform = image.GetProperty("platformImages").EnumerateArray().ShouldHaveSingleItem();
        (platform.GetProperty("platform").GetString(), platform.GetProperty("digest").GetString()).ShouldBe(("linux/amd64", digest));
        platform.GetProperty("size").GetInt64().ShouldBe(image.GetProperty("size").GetInt64());
        var attached = image.GetProperty("attached").EnumerateArray().Select(item => item.GetProperty("digest").GetString()).ShouldHaveSingleItem();

        outputs["digest"].ShouldBe(digest);
        outputs["ref"].ShouldBe($"{server.Host}/acme/web:1.0@{digest}");
        outputs["platforms"].ShouldBe("web=linux/amd64");
        outputs["media-types"].ShouldBe($"web={OciMediaTypes.Manifest}");
        outputs["sizes"].ShouldBe($"web={image.GetProperty("size").GetInt64()}");
        outputs["attached"].ShouldBe($"{server.Host}/acme/web@{attached}");
        outputs["layouts"].ShouldBe($"web={_workshop.PathOf("out/web")}");
        (await _workshop.RunAsync("oras", "discover", "--plain-http", "--format", "json", $"{server.Host}/acme/web:1.0")).ShouldContain("application/vnd.acme.report+json");
        (await _workshop.RunAsync("oras", "discover", "--oci-layout", "--format", "json", $"{_workshop.PathOf("out/web")}:1.0")).ShouldContain("application/vnd.acme.report+json");
        outcome.RenderText().ShouldNotBeNull().ShouldContain("attached  application/vnd.acme.report+json sha256:");
        Directory.EnumerateFiles(_workshop.PathOf("out")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--push")]
    [InlineData("--image none")]
    [InlineData("--attach application/json=none.json")]
    public async Task Leaves_no_file_of_an_earlier_run_where_it_fails(string line)
    {
        Describe("127.0.0.1:1/acme/web");
        _workshop.Write("images.json", """{"web":{"digest":"sha256:old"}}""");

        (await BuildLine.RunAsync(_workshop.Context, $"{line} --metadata-file images.json")).ExitCode.ShouldNotBe(ExitCode.Done);

        File.Exists(_workshop.PathOf("images.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_what_is_known_without_building()
    {
        Describe("ghcr.io/acme/web");

        var outcome = await BuildLine.RunAsync(_workshop.Context, "--dry-run --platform linux/arm64 --metadata-file images.json");

        outcome.ExitCode.ShouldBe(ExitCode.Done);
        using var file = JsonDocument.Parse(File.ReadAllText(_workshop.PathOf("images.json")));
        var image = file.RootElement.GetProperty("web");
        image.GetProperty("digest").ValueKind.ShouldBe(JsonValueKind.Null);
        image.GetProperty("platforms")[0].GetString().ShouldBe("linux/arm64");
        image.TryGetProperty("containerimage.digest", out _).ShouldBeFalse();
        outcome.RenderText().ShouldNotBeNull().ShouldContain("builder   layers");
    }

    [Fact]
    public async Task Refuses_a_file_it_may_not_write()
    {
        Describe("ghcr.io/acme/web");
        Directory.CreateDirectory(_workshop.PathOf("taken"));

        var outcome = await BuildLine.RunAsync(_workshop.Context, "--dry-run --metadata-file taken");

        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.WriteFailed);
    }

    private void Describe(string repository)
    {
        _workshop.Write("site/index.html", "hello");
        _workshop.Write("gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            images:
              web:
                repository: {{repository}}
                layers:
                  - { from: site, to: /srv }
                tags: ["type=raw,value=1.0", "type=raw,value=edge"]
            """);
    }
}
