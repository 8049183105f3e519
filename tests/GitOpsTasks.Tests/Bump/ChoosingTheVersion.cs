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

/// <summary>Against a real registry, whose address is the first part of the image's name.</summary>
public sealed class ChoosingTheVersion : VersionsInARegistry
{
    [Theory]
    [InlineData("semver:^1", null, null, "1.10.0")]
    [InlineData("semver:>=1.0.0-0", null, null, "2.0.0-rc.1")]
    [InlineData("numerical:asc", "^main-[a-f]+-(?P<n>[0-9]+)$", "$n", "main-aaa-200")]
    [InlineData("numerical:desc", "^main-[a-f]+-(?P<n>[0-9]+)$", "${n}", "main-fff-100")]
    [InlineData("alphabetical:asc", "^main-", null, "main-fff-100")]
    [InlineData("alphabetical:desc", null, null, "1.10")]
    public async Task Takes_the_tag_that_the_policy_chooses(string policy, string? filter, string? extract, string expected)
    {
        WriteKustomization(policy.EndsWith("desc", StringComparison.Ordinal) ? "v0" : "0.1.0");
        var result = await DoneAsync(("image", Web), ("policy", policy), ("filter-tags", filter), ("extract", extract));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe(expected);
        result.Images.ShouldBe([$"{Web}:{expected}"]);
        _place.Read("kustomization.yaml").ShouldContain($"newTag: {(expected == "1.10" ? "\"1.10\"" : expected)} #");
    }

    [Fact]
    public async Task Asks_the_new_name_where_the_files_name_it_otherwise()
    {
        _place.Write("pod.yaml", "spec:\n  containers:\n  - image: web:1.0.0\n");
        (await DoneAsync(("image", $"web={Web}"), ("policy", "semver:*"))).Edits.ShouldHaveSingleItem().New.ShouldBe($"{Web}:1.10.0");
    }

    [Fact]
    public async Task Writes_the_digest_that_the_registry_has()
    {
        WriteKustomization("1.9.0");
        var digest = DigestOf("1.10.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("pin-digest", "true"));
        result.Images.ShouldBe([$"{Web}:1.10.0@{digest}"]);
        _place.Read("kustomization.yaml").ShouldContain($"digest: {digest}");
        (await DoneAsync(("image", Web), ("policy", "semver:^1"), ("pin-digest", "true"))).Changed.ShouldBeFalse();

        _place.Write("pod.yaml", $"spec:\n  containers:\n  - image: {Web}:1.0.0\n");
        await DoneAsync(("image", $"{Web}:1.9.0"), ("pin-digest", "true"), ("path", "pod.yaml"));
        _place.Read("pod.yaml").ShouldContain($"image: {Web}:1.9.0@{DigestOf("1.9.0")}\n");
    }

    [Fact]
    public async Task Keeps_a_pinned_place_pinned()
    {
        _place.Write("pod.yaml", $"spec:\n  containers:\n  - image: {Web}:1.9.0@sha256:{new string('a', 64)}\n  - image: {Web}:1.9.0\n");
        await DoneAsync(("image", Web), ("policy", "semver:^1"));
        _place.Read("pod.yaml").ShouldBe($"spec:\n  containers:\n  - image: {Web}:1.10.0@{DigestOf("1.10.0")}\n  - image: {Web}:1.10.0\n");
    }

    [Fact]
    public async Task Works_dry_too()
    {
        WriteKustomization("1.9.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("dry-run", "true"));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe("1.10.0");
        _place.Read("kustomization.yaml").ShouldContain("1.9.0");
    }

    [Fact]
    public async Task Chooses_among_the_tags_that_are_allowed()
    {
        WriteKustomization("1.0.0");
        var result = await DoneAsync(("image", Web), ("policy", "semver:^1"), ("allow-tags", "^1\\.9"));
        result.Edits.ShouldHaveSingleItem().New.ShouldBe("1.9.0");
    }

    [Fact]
    public async Task Leaves_a_newer_version_and_succeeds()
    {
        WriteKustomization("1.11.0");
        var outcome = await BumpAsync(("image", Web), ("policy", "semver:^1"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var result = (BumpResult)outcome.UntypedResult!;
        (result.Changed, result.Edits.Count).ShouldBe((false, 0));
        result.Superseded.ShouldBe([new SupersededPlace("kustomization.yaml", 3, 11, Web, "1.11.0", "1.10.0")]);
        ShouldAdvise(outcome, EditCodes.Superseded, "1.11.0");
        outcome.Diagnostics.Count.ShouldBe(1);

        (await DoneAsync(("image", Web), ("policy", "semver:^1"), ("allow-downgrade", "true"))).Changed.ShouldBeTrue();
    }
}
