using GitOpsTasks.Bump;
using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Bump;

/// <summary>What is refused, and the reason that is given.</summary>
public sealed class RefusingAVersion : VersionsInARegistry
{
    [Theory]
    [InlineData("1.10.0", ExitCode.Done, null)]
    [InlineData("1.11.0", ExitCode.Findings, SelectionCodes.NotInRegistry)]
    public async Task Refuses_a_tag_that_is_not_there(string tag, ExitCode expected, string? code)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", $"{Web}:{tag}"), ("verify", "true"));
        outcome.ExitCode.ShouldBe(expected);
        if (code is not null)
            ShouldAdvise(outcome, code, "1.11.0");
    }

    [Fact]
    public async Task Refuses_a_digest_that_is_not_there_and_warns_of_one_that_is_another_tags()
    {
        WriteKustomization("1.9.0");
        var missing = await BumpAsync(("image", $"{Web}@sha256:{new string('a', 64)}"), ("verify", "true"));
        ShouldAdvise(missing, SelectionCodes.NotInRegistry, new string('a', 64));
        var other = await BumpAsync(("image", $"{Web}:1.10.0@{DigestOf("1.9.0")}"), ("verify", "true"));
        other.ExitCode.ShouldBe(ExitCode.Done);
        ShouldAdvise(other, SelectionCodes.TagIsAnother, DigestOf("1.10.0"));
    }

    [Theory]
    [InlineData("semver:^3", null, null, "7 tags", "2.0.0-rc.1")]
    [InlineData("semver:^1.11", null, null, "7 tags", "prereleases")]
    [InlineData("semver:*", "^main-", null, "7 tags", "semantic version")]
    [InlineData("semver:*", "^dev-", null, "7 tags", "main-fff-100")]
    [InlineData("semver:*", null, "^nothing$", "7 tags", "--allow-tags")]
    public async Task Says_why_no_tag_can_be_chosen(string policy, string? filter, string? allowed, string count, string why)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", Web), ("policy", policy), ("filter-tags", filter), ("allow-tags", allowed));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.NoTagMatches, count);
        outcome.Diagnostics[0].ToString().ShouldContain(why);
    }

    [Theory]
    [InlineData(null, null, "1.10.0")]
    [InlineData("^(.*)-[0-9]+$", "$1", "main-aaa-200")]
    public async Task Says_which_tag_is_no_number(string? filter, string? extract, string tag)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", Web), ("policy", "numerical:asc"), ("filter-tags", filter), ("extract", extract));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.TagHasNoPlace, $"'{tag}'");
    }

    [Fact]
    public async Task Says_that_there_is_no_repository()
    {
        var outcome = await BumpAsync(("image", $"{_server.Host}/acme/nothing"), ("policy", "semver:*"));
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        ShouldAdvise(outcome, SelectionCodes.RepositoryMissing, "acme/nothing");
    }

    [Fact]
    public async Task Fails_as_an_outside_system_where_the_registry_does_not_answer()
    {
        var context = _place.Context() with { Time = new HurriedTime() };
        var inputs = new InputValues().Add("image", $"127.0.0.1:{ServerProcess.FreePort()}/acme/web").Add("policy", "semver:*");
        var outcome = await BumpTask.Declaration.RunAsync(inputs, context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.External);
        ShouldAdvise(outcome, RegistryCodes.Unavailable, "acme/web");
    }

    [Theory]
    [InlineData("1.10.0", "^1\\.", ExitCode.Done)]
    [InlineData("1.10.0", "regexp:^1\\.", ExitCode.Done)]
    [InlineData("1.10.0", "any", ExitCode.Done)]
    [InlineData("2.0.0", "regexp:^1\\.", ExitCode.Findings)]
    public async Task Sets_no_tag_that_is_not_allowed(string tag, string allowed, ExitCode expected)
    {
        WriteKustomization("1.9.0");
        var outcome = await BumpAsync(("image", $"{Web}:{tag}"), ("allow-tags", allowed));
        outcome.ExitCode.ShouldBe(expected);
        if (expected != ExitCode.Done)
            ShouldAdvise(outcome, SelectionCodes.TagRefused, "2.0.0");
    }

    [Theory]
    [InlineData("image", "web", ImageCodes.ArgumentInvalid)]
    [InlineData("policy", "newest", SelectionCodes.PolicyInvalid)]
    [InlineData("policy", "semver:>=bar", SelectionCodes.PolicyInvalid)]
    [InlineData("filter-tags", "^v", UsageCodes.InputsContradict)]
    [InlineData("extract", "$1", UsageCodes.InputsContradict)]
    [InlineData("allow-tags", "(?=a)", SelectionCodes.PatternInvalid)]
    [InlineData("allow-tags", "[", SelectionCodes.PatternInvalid)]
    public async Task Wants_inputs_that_make_sense(string input, string value, string code)
    {
        var outcome = input == "image" ? await BumpAsync((input, value)) : await BumpAsync(("image", "web:1"), (input, value));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Cannot_pin_what_has_no_tag()
    {
        var outcome = await BumpAsync(("image", "web=shop"), ("pin-digest", "true"));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        ShouldAdvise(outcome, UsageCodes.InputsContradict, "--pin-digest");
    }
}
