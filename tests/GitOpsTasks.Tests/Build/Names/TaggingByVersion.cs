using GitOpsTasks.Build;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class TaggingByVersion
{
    [Theory]
    [InlineData("v1.2.3", "{{raw}}", "v1.2.3 latest")]
    [InlineData("v1.2.3", "{{version}}", "1.2.3 latest")]
    [InlineData("v1.2.3", "{{ version }}", "1.2.3 latest")]
    [InlineData("1.2.3", "{{version}}", "1.2.3 latest")]
    [InlineData("v1.2.3", "{{major}}.{{minor}}", "1.2 latest")]
    [InlineData("v1.2.3", "v{{major}}", "v1 latest")]
    [InlineData("v1.2.3", "{{minor}}", "2 latest")]
    [InlineData("v1.2.3", "{{patch}}", "3 latest")]
    [InlineData("v1.2.3", "{{version}}-{{sha}}", "1.2.3-860c190 latest")]
    [InlineData("v0.1.2", "{{major}}", "0 latest")]
    [InlineData("v10.20.30", "{{major}}.{{minor}}.{{patch}}", "10.20.30 latest")]
    [InlineData("v1.2.3+build.7", "{{version}}", "1.2.3 latest")]
    [InlineData("v1.2.3+build.7", "{{raw}}", "v1.2.3-build.7 latest")]
    [InlineData("v2.0.8-beta.67", "{{raw}}", "v2.0.8-beta.67")]
    [InlineData("v2.0.8-beta.67", "{{version}}", "2.0.8-beta.67")]
    [InlineData("v2.0.8-beta.67", "{{major}}", "2.0.8-beta.67")]
    [InlineData("v2.0.8-beta.67", "{{major}}.{{minor}}", "2.0.8-beta.67")]
    [InlineData("v2.0.8-beta.67", "v{{raw}}", "2.0.8-beta.67")]
    [InlineData("v9.5.7-alpha.2+fork.3", "{{version}}", "9.5.7-alpha.2")]
    [InlineData("v1.0.0-0", "{{version}}", "1.0.0-0")]
    public async Task Fills_in_semantic_versions(string tag, string pattern, string tags) =>
        (await NamingEvents.NameAsync("tag " + tag, $"type=semver,pattern={pattern}")).TagNames.ShouldBe(tags.Split(' '));

    [Theory]
    [InlineData("branch main", "type=semver,pattern={{version}}", "")]
    [InlineData("pr 2", "type=semver,pattern={{version}}", "")]
    [InlineData("branch main", "type=semver,pattern={{major}},value=v3.4.5", "3 latest")]
    [InlineData("tag v1.2.3", "type=semver,pattern={{version}},value=v3.4.5", "3.4.5 latest")]
    [InlineData("tag v1.2.3", "type=semver,pattern={{version}},value=", "1.2.3 latest")]
    [InlineData("branch release-v5.6.7", "type=semver,pattern={{version}},value={{branch}},match=release-(.*)", "5.6.7 latest")]
    [InlineData("tag web/v1.2.3", "type=semver,pattern={{major}},match=web/(.*)", "1 latest")]
    [InlineData("tag web/v1.2.3", "type=semver,pattern={{major}},match=web-(.*)", "1 latest")]
    [InlineData("tag web-1.2.3-end", "type=semver,pattern={{version}},match=\\d+\\.\\d+\\.\\d+", "1.2.3 latest")]
    [InlineData("tag v1.2.3", "type=semver,pattern={{version}},prefix=a-,suffix=-b", "a-1.2.3-b latest")]
    public async Task Takes_semantic_versions_from_tags_and_values(string what, string rule, string tags) =>
        (await NamingEvents.NameAsync(what, rule)).TagNames.ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("1.2.3", "{{version}}", "1.2.3 latest")]
    [InlineData("v1.2.3", "{{raw}}", "v1.2.3 latest")]
    [InlineData("v1.2", "{{version}}", "1.2 latest")]
    [InlineData("1.2", "{{major}}.{{minor}}.{{patch}}", "1.2.0 latest")]
    [InlineData("v1.2.3rc2", "{{version}}", "1.2.3rc2")]
    [InlineData("v1.2.3rc2", "{{raw}}", "v1.2.3rc2")]
    [InlineData("1.2.3rc2", "{{major}}", "1.2.3rc2")]
    [InlineData("1.1-Beta.2", "{{version}}", "1.1b2")]
    [InlineData("1.0dev4", "{{version}}", "1.0.dev4")]
    [InlineData("1.2post1", "{{major}}.{{minor}}", "1.2.post1")]
    [InlineData("1.2-1", "{{version}}", "1.2.post1")]
    [InlineData("1!2.0", "{{version}}", "1-2.0 latest")]
    [InlineData("1.0+local-1", "{{version}}", "1.0-local.1 latest")]
    public async Task Fills_in_versions_of_Python(string tag, string pattern, string tags) =>
        (await NamingEvents.NameAsync("tag " + tag, $"type=pep440,pattern={pattern}")).TagNames.ShouldBe(tags.Split(' '));

    [Theory]
    [InlineData("v1.2.3", @"\d.\d.\d", "1.2.3 latest")]
    [InlineData("v2.0.8-beta.67", "v(.*),group=1", "2.0.8-beta.67 latest")]
    [InlineData("v2.0.8-beta.67", @"v(\d.\d),group=1", "2.0 latest")]
    [InlineData("20200110-RC2", @"\d+", "20200110 latest")]
    [InlineData("p1/v1.2.3", @"p1-v(\d.\d.\d),group=1", "1.2.3 latest")]
    [InlineData("p1/v1.2.3", @"p1/v(\d.\d.\d),group=1", "1.2.3 latest")]
    [InlineData("RELEASE-7", "/release-([0-9]+)/i,group=1", "7 latest")]
    [InlineData("v1.2.3", @"v(\d+)\.(\d+),group=2", "2 latest")]
    [InlineData("other", @"v(\d+)", "")]
    public async Task Finds_parts_by_regular_expressions(string tag, string pattern, string tags) =>
        (await NamingEvents.NameAsync("tag " + tag, $"type=match,pattern={pattern}")).TagNames
            .ShouldBe(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Finds_parts_with_commas_and_in_values()
    {
        (await NamingEvents.NameAsync("tag v1234", "type=match,\"pattern=\\d{2,3}\"")).TagNames.ShouldBe(["123", "latest"]);
        (await NamingEvents.NameAsync("branch main", "type=match,pattern=v(.*),group=1,value=v1.0.0")).TagNames.ShouldBe(["1.0.0", "latest"]);
        (await NamingEvents.NameAsync("branch main", "type=match,pattern=v(.*),group=1")).TagNames.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("type=semver,pattern={{version}}", "release-5", BuildCodes.NotAVersion, 1)]
    [InlineData("type=semver,pattern={{version}}", "v1.2", BuildCodes.NotAVersion, 1)]
    [InlineData("type=semver,pattern={{version}}", "v01.2.3", BuildCodes.NotAVersion, 1)]
    [InlineData("type=pep440,pattern={{version}}", "1.2.x", BuildCodes.NotAVersion, 1)]
    [InlineData("type=semver,pattern={{version}},match=web-(.*)", "api-1.2.3", NameCodes.RuleGivesNothing, 39)]
    [InlineData("type=match,pattern=^v", "1.2.3", NameCodes.RuleGivesNothing, 20)]
    public async Task Warns_of_tags_that_hold_no_version(string rule, string tag, string code, int column)
    {
        var names = await NamingEvents.NameAsync("tag " + tag, "\n" + rule);

        names.TagNames.ShouldBeEmpty();
        var warning = names.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe((code, Severity.Warning));
        warning.Place!.ToString().ShouldBe($"tags:2:{column}");
        warning.Advice.ShouldNotBeNullOrEmpty();
    }
}
