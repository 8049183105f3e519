using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class LabellingImages
{
    private const string Oci = "org.opencontainers.image.";

    [Fact]
    public async Task Tells_what_is_known_of_the_sources() =>
        (await LabelAsync("tag v1.2.3", "")).Labels.ShouldBe(new Dictionary<string, string>
        {
            [Oci + "created"] = "2026-03-04T03:06:07Z",
            [Oci + "description"] = "A shop",
            [Oci + "licenses"] = "MIT",
            [Oci + "revision"] = NamingEvents.Commit,
            [Oci + "source"] = "https://git.example.com/acme/web",
            [Oci + "title"] = "web",
            [Oci + "url"] = "https://git.example.com/acme/web",
            [Oci + "version"] = "v1.2.3",
        });

    [Fact]
    public async Task Orders_them_by_key() =>
        (await LabelAsync("tag v1.2.3", "a=1\nz=2\nB=3")).Labels.Keys.ShouldBe(
            ["B", "a", .. new[] { "created", "description", "licenses", "revision", "source", "title", "url", "version" }.Select(key => Oci + key), "z"]);

    [Fact]
    public async Task Leaves_out_what_is_not_known()
    {
        var names = await ImageNaming.NameAsync(NamingEvents.Request, new BuildEvent(), TestContext.Current.CancellationToken);

        names.Labels.ShouldBeEmpty();
        names.Version.ShouldBeNull();
    }

    [Theory]
    [InlineData("branch main", "org.opencontainers.image.title=Shop", "title", "Shop")]
    [InlineData("branch main", "org.opencontainers.image.title = Shop, the new one ", "title", "Shop, the new one")]
    [InlineData("branch main", "\"org.opencontainers.image.title=Say \"\"hi\"\"\"", "title", "Say \"hi\"")]
    [InlineData("branch main", "org.opencontainers.image.url=https://example.com/?a=b&c=d", "url", "https://example.com/?a=b&c=d")]
    [InlineData("branch dev", "org.opencontainers.image.ref.name={{branch}}@{{sha}}", "ref.name", "dev@860c190")]
    [InlineData("branch dev", "org.opencontainers.image.created={{commit_date 'YYYY-MM-DDTHH:mm:ss.SSS[Z]'}}", "created", "2026-03-04T03:06:07.000Z")]
    [InlineData("pr 2", "# a comment\n\norg.opencontainers.image.title=A\norg.opencontainers.image.title=B", "title", "B")]
    [InlineData("tag v1.2.3-rc.1", "", "version", "v1.2.3-rc.1")]
    [InlineData("pr 2", "", "version", "pr-2")]
    [InlineData("branch my/branch", "", "version", "my-branch")]
    [InlineData("schedule main", "", "version", "nightly")]
    public async Task Takes_what_is_written_first(string what, string labels, string key, string value) =>
        (await LabelAsync(what, labels)).Labels[Oci + key].ShouldBe(value);

    [Fact]
    public async Task Leaves_out_what_is_written_empty() =>
        (await LabelAsync("branch main", "org.opencontainers.image.description=")).Labels.ContainsKey(Oci + "description").ShouldBeFalse();

    [Fact]
    public async Task Gives_the_same_labels_at_any_time()
    {
        var early = await LabelAsync("branch main", "");
        var late = await ImageNaming.NameAsync(
            NamingEvents.Request with { Now = NamingEvents.Now.AddDays(1) }, NamingEvents.Of("branch main"), TestContext.Current.CancellationToken);
        late.Labels.ShouldBe(early.Labels);
    }

    [Fact]
    public async Task Takes_the_time_it_is_told()
    {
        var request = NamingEvents.Request with { Created = DateTimeOffset.UnixEpoch };
        (await ImageNaming.NameAsync(request, NamingEvents.Of("branch main"), TestContext.Current.CancellationToken))
            .Labels[Oci + "created"].ShouldBe("1970-01-01T00:00:00Z");
    }

    [Theory]
    [InlineData("manifest", "", "manifest:org.opencontainers.image.title=web", "index:org.opencontainers.image.title=web")]
    [InlineData("index", "", "index:org.opencontainers.image.title=web", "manifest:org.opencontainers.image.title=web")]
    [InlineData("manifest,index", "a=b", "index:a=b", "manifest-descriptor:a=b")]
    [InlineData("manifest", "index:a=b", "index:a=b", "manifest:a=b")]
    [InlineData("manifest", "index,manifest-descriptor:a={{sha}}", "manifest-descriptor:a=860c190", "index:org.opencontainers.image.title=web")]
    [InlineData("manifest", "org.opencontainers.image.title=Shop", "manifest:org.opencontainers.image.title=Shop", "manifest:org.opencontainers.image.title=web")]
    public async Task Annotates_the_levels_that_are_named(string levels, string annotations, string present, string absent)
    {
        var request = NamingEvents.Request with { AnnotationLevels = levels.Split(','), Annotations = annotations };
        var written = (await ImageNaming.NameAsync(request, NamingEvents.Of("branch main"), TestContext.Current.CancellationToken))
            .Annotations.Select(annotation => annotation.ToString()).ToList();

        written.ShouldContain(present);
        written.ShouldNotContain(absent);
    }

    private static Task<ImageNames> LabelAsync(string what, string labels) =>
        ImageNaming.NameAsync(NamingEvents.Request with { Labels = labels }, NamingEvents.Of(what), TestContext.Current.CancellationToken);
}
