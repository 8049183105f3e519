using System.Text.Json;
using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class NamingSeveralImages
{
    private const string Two = "acme/web\nname=ghcr.io/Acme/Web";

    [Theory]
    [InlineData("tag v1.2.3", "acme/web:1.2.3 acme/web:1.2 acme/web:latest ghcr.io/acme/web:1.2.3 ghcr.io/acme/web:1.2 ghcr.io/acme/web:latest")]
    [InlineData("tag v2.0.0-rc.1", "acme/web:2.0.0-rc.1 ghcr.io/acme/web:2.0.0-rc.1")]
    [InlineData("branch main", "")]
    public async Task Tags_each_of_them(string what, string tags) =>
        (await NamingEvents.NameAsync(what, "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}", images: Two)).Tags
            .ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("branch main", "a/web", "a/web")]
    [InlineData("branch main", "a/web,b/web", "a/web b/web")]
    [InlineData("branch main", "a/web\n# b/web\n\nA/WEB", "a/web")]
    [InlineData("branch main", "name=a/web,enable=true\nname=b/web,enable=false", "a/web")]
    [InlineData("pr 1", "name=a/web,enable={{is_default_branch}}\nb/web", "b/web")]
    [InlineData("branch main", "localhost:5000/a/web", "localhost:5000/a/web")]
    public async Task Reads_their_names(string what, string images, string names) =>
        (await NamingEvents.NameAsync(what, "", images: images)).Images.ShouldBe(names.Split(' '));

    [Fact]
    public async Task Gives_bare_tags_where_there_is_none() =>
        (await NamingEvents.NameAsync("pr 7", "")).Tags.ShouldBe(["pr-7"]);

    [Fact]
    public async Task Writes_JSON_for_scripts()
    {
        using var json = JsonDocument.Parse(NamesJson.Of(await NamingEvents.NameAsync("pr 7", "", images: Two)));

        Texts(json.RootElement, "tags").ShouldBe(["acme/web:pr-7", "ghcr.io/acme/web:pr-7"]);
        Texts(json.RootElement, "tag-names").ShouldBe(["pr-7"]);
        json.RootElement.GetProperty("labels").GetProperty("org.opencontainers.image.version").GetString().ShouldBe("pr-7");
        Texts(json.RootElement, "annotations").ShouldContain("manifest:org.opencontainers.image.version=pr-7");
    }

    [Fact]
    public async Task Writes_a_bake_file()
    {
        using var json = JsonDocument.Parse(NamesJson.BakeFile(await NamingEvents.NameAsync("tag v1.2.3", "type=semver,pattern={{version}}", images: Two)));
        var target = json.RootElement.GetProperty("target").GetProperty("docker-metadata-action");

        Texts(target, "tags").Count().ShouldBe(4);
        target.GetProperty("labels").GetProperty("org.opencontainers.image.licenses").GetString().ShouldBe("MIT");
        target.GetProperty("args").GetProperty("DOCKER_META_IMAGES").GetString().ShouldBe("acme/web,ghcr.io/acme/web");
        target.GetProperty("args").GetProperty("DOCKER_META_VERSION").GetString().ShouldBe("1.2.3");
    }

    private static IEnumerable<string?> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
