using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class KeepingTagsFromMovingBack
{
    private const string Semver = "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern={{major}}";

    [Theory]
    [InlineData("v3.0.0", "v1.0.0 v2.5.0", "3.0.0 3.0 3 latest")]
    [InlineData("v2.5.0", "v1.0.0 v2.5.0 v2.4.9", "2.5.0 2.5 2 latest")]
    [InlineData("v1.9.9", "v1.9.8 v2.0.0", "1.9.9 1.9 1")]
    [InlineData("v1.9.9", "v1.9.10 v2.0.0", "1.9.9")]
    [InlineData("v1.9.9", "v1.10.0", "1.9.9 1.9")]
    [InlineData("v1.9.9", "v2.0.0-rc.1 nonsense 5", "1.9.9 1.9 1 latest")]
    [InlineData("v2.0.0-rc.1", "v1.0.0", "2.0.0-rc.1")]
    [InlineData("v1.0.0", "", "1.0.0 1.0 1 latest")]
    public async Task Compares_with_every_version(string tag, string known, string tags) =>
        (await NameAsync("tag " + tag, Semver, known)).TagNames.ShouldBe(tags.Split(' '));

    [Theory]
    [InlineData("type=ref,event=tag", "v1.2.3", "v2.0.0", "v1.2.3")]
    [InlineData("type=ref,event=tag", "v1.2.3", "v1.0.0", "v1.2.3 latest")]
    [InlineData("type=ref,event=tag", "v1.2.3-rc.1", "v1.0.0", "v1.2.3-rc.1")]
    [InlineData("type=ref,event=tag", "something", "v1.0.0", "something")]
    [InlineData(@"type=match,pattern=v(\d+)\.,group=1", "v1.2.3", "v1.3.0", "")]
    [InlineData(@"type=match,pattern=v(\d+)\.,group=1", "v1.2.3", "v1.1.0", "1 latest")]
    [InlineData("type=pep440,pattern={{major}}", "1.2", "1.10 0.9", "")]
    [InlineData("type=pep440,pattern={{version}}", "1.2", "1.10rc1 1.2.post1 1.1", "1.2 latest")]
    [InlineData("type=semver,pattern={{major}},match=web/(.*)", "web/v1.2.3", "api/v9.0.0 web/v1.0.0", "1 latest")]
    [InlineData("type=sha,priority=1000\ntype=semver,pattern={{version}}", "v1.2.3", "v1.0.0", "sha-860c190 1.2.3 latest")]
    public async Task Reads_them_as_the_rule_does(string rules, string tag, string known, string tags) =>
        (await NameAsync("tag " + tag, rules, known)).TagNames.ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Tells_which_tags_stay_and_why()
    {
        var names = await NameAsync("tag v1.9.9", Semver, "v1.10.0 v2.0.0");

        names.Diagnostics.Select(note => (note.Code, note.Severity)).Distinct().ShouldBe([(NameCodes.NewerVersionExists, Severity.Note)]);
        names.Diagnostics.Select(note => note.Message).ShouldBe(
        [
            "'latest' stays where it is: there is the newer version v2.0.0.",
            "'1' stays where it is: there is the newer version v1.10.0.",
        ]);
    }

    [Theory]
    [InlineData("type=ref,event=tag")]
    [InlineData("type=match,pattern=v(.*),group=1")]
    public async Task Warns_in_automatic_mode_of_a_latest_that_is_a_prerelease(string rule)
    {
        var names = await NamingEvents.NameAsync("tag v2.0.8-beta.67", rule);

        names.TagNames.ShouldContain("latest");
        names.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.LatestIsPrerelease);
    }

    [Fact]
    public async Task Refuses_where_versions_are_not_known()
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(() => NamingEvents.NameAsync("tag v1.0.0", Semver, "latest=highest"));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(NameCodes.FactUnknown);
    }

    [Fact]
    public async Task Does_not_ask_for_versions_otherwise()
    {
        var request = NamingEvents.Request with { Tags = Semver, ReadTags = _ => throw new InvalidOperationException() };
        (await ImageNaming.NameAsync(request, NamingEvents.Of("tag v1.0.0"), TestContext.Current.CancellationToken)).TagNames.ShouldContain("latest");
    }

    private static Task<ImageNames> NameAsync(string what, string rules, string known)
    {
        var request = NamingEvents.Request with
        {
            Tags = rules,
            Flavor = "latest=highest",
            ReadTags = _ => Task.FromResult<IReadOnlyList<string>>(known.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        };
        return ImageNaming.NameAsync(request, NamingEvents.Of(what), TestContext.Current.CancellationToken);
    }
}
