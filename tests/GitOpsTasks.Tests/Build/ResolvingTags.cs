using GitOpsTasks.Build;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Build;

public sealed class ResolvingTags
{
    [Theory]
    [InlineData("type=sha", "sha-0123456")]
    [InlineData("type=sha,prefix=", "0123456")]
    [InlineData("type=sha,format=long,prefix=", "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("type=ref,event=branch", "main")]
    [InlineData("type=ref,event=tag", "v1.2.3")]
    [InlineData("type=raw,value=dev", "dev")]
    [InlineData("dev", "dev")]
    [InlineData("type=raw,value={{branch}}-{{sha}}", "main-0123456")]
    [InlineData("type=raw,prefix=a-,value=b,suffix=-c", "a-b-c")]
    [InlineData("type=raw,\"value=a,b\"", "a-b")]
    [InlineData("type=semver,pattern={{version}}", "1.2.3")]
    [InlineData("type=semver,pattern={{major}}.{{minor}}", "1.2")]
    [InlineData("type=semver,pattern=v{{major}}", "v1")]
    [InlineData("type=semver,pattern={{raw}}", "v1.2.3")]
    [InlineData("type=semver,pattern={{version}},value=v2.0.0", "2.0.0")]
    public void Gives_a_tag_by_rule(string rule, string tag) =>
        TagRules.Parse([rule]).Resolve(Samples.Revision).Tags.ShouldBe([tag]);

    [Theory]
    [InlineData("{{major}}", "v2.0.8-beta.67", "2.0.8-beta.67")]
    [InlineData("{{raw}}", "v2.0.8-beta.67", "v2.0.8-beta.67")]
    [InlineData("{{version}}", "2.0.8+build.5", "2.0.8")]
    public void Gives_prereleases_whole_and_leaves_build_metadata_out(string pattern, string gitTag, string tag) =>
        TagRules.Parse([$"type=semver,pattern={pattern}"]).Resolve(Samples.Revision with { Tag = gitTag }).Tags.ShouldBe([tag]);

    [Fact]
    public void Orders_by_priority_and_leaves_repetitions_out()
    {
        var tags = TagRules.Parse(["# a comment", "", "type=sha", "type=raw,value=1.2.3", "type=semver,pattern={{version}}"])
            .Resolve(Samples.Revision);

        tags.Tags.ShouldBe(["1.2.3", "sha-0123456"]);
        tags.Version.ShouldBe("1.2.3");
    }

    [Fact]
    public void Gives_none_for_what_the_sources_do_not_say()
    {
        var rules = TagRules.Parse(["type=sha", "type=ref,event=tag", "type=semver,pattern={{version}}", "type=raw,value=x,enable=false"]);
        rules.Resolve(null).Tags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("feature/some thing", "feature-some-thing")]
    [InlineData("ünï", "-n-", true)]
    [InlineData("a//b", "a-b")]
    public void Replaces_what_no_tag_may_hold(string branch, string tag, bool isRefused = false)
    {
        var rules = TagRules.Parse(["type=ref,event=branch"]);
        var revision = Samples.Revision with { Branch = branch };
        if (isRefused)
            Should.Throw<TaskFailedException>(() => rules.Resolve(revision)).Message.ShouldContain($"'{tag}'");
        else
            rules.Resolve(revision).Tags.ShouldBe([tag]);
    }

    [Fact]
    public void Refuses_tags_of_more_than_128_characters()
    {
        var rules = TagRules.Parse(["type=ref,event=branch"]);
        rules.Resolve(Samples.Revision with { Branch = new string('a', 128) }).Tags.ShouldHaveSingleItem();
        Should.Throw<TaskFailedException>(() => rules.Resolve(Samples.Revision with { Branch = new string('a', 129) }))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.TagInvalid);
    }

    [Fact]
    public void Warns_of_a_git_tag_that_is_no_version()
    {
        var tags = TagRules.Parse(["type=semver,pattern={{version}}"]).Resolve(Samples.Revision with { Tag = "release-5" });

        tags.Tags.ShouldBeEmpty();
        tags.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData("type=schedule")]
    [InlineData("type=semver")]
    [InlineData("type=raw")]
    [InlineData("type=ref,event=pr")]
    [InlineData("type=sha,fromat=long")]
    [InlineData("type=sha,format=medium")]
    [InlineData("type=raw,value=a,enable=maybe")]
    public void Refuses_rules_outside_its_grammar(string rule)
    {
        var failure = Should.Throw<TaskFailedException>(() => TagRules.Parse([rule]).Resolve(Samples.Revision));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.TagRuleInvalid);
        failure.Message.ShouldContain(rule);
    }
}
