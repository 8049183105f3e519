using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Tests.Images;

public sealed class ChoosingATag
{
    private const string Main = @"^main-[a-f0-9]+-(?P<ts>[0-9]+)$";

    [Theory]
    [InlineData("semver:1.0.x", "1.0.0 1.0.0.1 1.0.0p 1.0.1 1.2.0 0.1.0", "1.0.1")]
    [InlineData("semver:1.0.x", "v1.2.3 v1.0.0 v0.1.0", "v1.0.0")]
    [InlineData("semver:1.0.x", "b1.2.3 b1.0.0 b0.1.0", null)]
    [InlineData("semver:1.0.x", "1.2.0", null)]
    [InlineData("semver:*", "latest 1 1.9 1.2.3 2.0.0-rc.1", "1.2.3")]
    [InlineData("semver:>=1.0.0-0", "1.2.3 2.0.0-rc.1 2.0.0-beta.9", "2.0.0-rc.1")]
    [InlineData("semver:^1", "1.9.0 1.10.0 2.0.0", "1.10.0")]
    [InlineData("semver:^1", "1.9.0 v1.9.0", "v1.9.0")]
    [InlineData("SemVer: ^1", "1.9.0", "1.9.0")]
    [InlineData("alphabetical", "b a c", "c")]
    [InlineData("alphabetical:asc", "xenial yakkety zesty artful bionic", "zesty")]
    [InlineData("alphabetical:desc", "xenial yakkety zesty artful bionic", "artful")]
    [InlineData("alphabetical:asc", "RELEASE.2021 release.2020", "release.2020")]
    [InlineData("numerical:asc", "0 3 2 8 10 9", "10")]
    [InlineData("numerical:desc", "7 -3 2.5 0", "-3")]
    [InlineData("numerical:asc", "20260101120000123 20260101120000124 20260101120000122", "20260101120000124")]
    [InlineData("numerical:asc", "9007199254740993 9007199254740992", "9007199254740993")]
    [InlineData("numerical:asc", "0.1 .05 1e-3 0.10", "0.10")]
    [InlineData("numerical:asc", "1e3 999 1000.5", "1000.5")]
    [InlineData("numerical:asc", "1 2 latest", null)]
    [InlineData("numerical:asc", "", null)]
    public void Takes_the_newest_by_the_policy(string policy, string tags, string? expected) =>
        Choose(policy, tags).Tag.ShouldBe(expected);

    [Theory]
    [InlineData("numerical:asc", "main-abc-100 main-def-99 dev-eee-300 latest", Main, "$ts", "main-abc-100")]
    [InlineData("numerical:asc", "main-abc-100 main-def-99", Main, "${ts}", "main-abc-100")]
    [InlineData("numerical:asc", "main-abc-100 main-def-99", Main, "$1", "main-abc-100")]
    [InlineData("numerical:desc", "main-abc-100 main-def-99", Main, "$ts", "main-def-99")]
    [InlineData("alphabetical:asc", "main-abc-100 main-def-99", Main, null, "main-def-99")]
    [InlineData("alphabetical:asc", "main-abc-100 main-def-99", Main, "", "main-def-99")]
    [InlineData("semver:>=1.0", "app-1.2.3-linux app-1.10.0-linux app-2.0.0-windows", "^app-(.*)-linux$", "$1", "app-1.10.0-linux")]
    [InlineData("semver:>=1.0", "1.2.3-alpine 1.3.0-alpine 1.4.0", "-alpine$", null, null)]
    [InlineData("semver:>=1.0", "1.2.3-alpine 1.3.0-alpine 1.4.0", "^(.*)-alpine$", "$1", "1.3.0-alpine")]
    [InlineData("numerical:asc", "build-1-x build-2-x", "build-(?P<n>[0-9]+)-(x)", "$1x", null)]
    [InlineData("alphabetical:asc", "a-1 b-1 c-0", "(.*)-(.*)", "$2", "b-1")]
    [InlineData("alphabetical:asc", "b-1 c-0 a-1", "(.*)-(.*)", "$2", "b-1")]
    public void Looks_at_what_the_filter_lets_through(string policy, string tags, string filter, string? extract, string? expected) =>
        Choose(policy, tags, filter, extract).Tag.ShouldBe(expected);

    [Fact]
    public void Tells_the_newest_that_is_not_admitted() =>
        Choose("semver:^1", "2.0.0 3.1.0 latest 3.0.0").ShouldBe(new TagChoice(null, 4, 3) { NearMiss = "3.1.0" });

    [Fact]
    public void Tells_the_tag_that_is_no_number() =>
        Choose("numerical:asc", "n-1 n-x n-y", "n-(.*)", "$1").ShouldBe(new TagChoice(null, 3, 1) { Unordered = "n-x", UnorderedKey = "x" });

    [Theory]
    [InlineData("newest")]
    [InlineData("semver")]
    [InlineData("semver:")]
    [InlineData("semver:latest")]
    [InlineData("numerical:up")]
    [InlineData("alphabetical:")]
    public void Needs_a_policy_that_there_is(string policy) => Should.Throw<FormatException>(() => TagPolicy.Parse(policy));

    [Theory]
    [InlineData("semver:>=0.0.0-0")]
    [InlineData("alphabetical:asc")]
    [InlineData("alphabetical:desc")]
    [InlineData("numerical:asc")]
    [InlineData("numerical:desc")]
    public void Does_not_depend_on_the_order_of_the_list(string policy) => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var isNumerical = policy.StartsWith("numerical", StringComparison.Ordinal);
            string[] tags = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => isNumerical
                ? random.Next(30).ToString() + (random.Next(2) == 0 ? ".0" : "")
                : (random.Next(2) == 0 ? "v" : "") + $"{random.Next(3)}.{random.Next(3)}.0" + (random.Next(2) == 0 ? "-rc" + random.Next(12) : ""))];
            var chosen = new TagSelector(TagPolicy.Parse(policy), null).Choose(tags).Tag.ShouldNotBeNull();
            random.Shuffle(tags);
            new TagSelector(TagPolicy.Parse(policy), null).Choose(tags).Tag.ShouldBe(chosen);
            tags.ShouldContain(chosen);
            tags.ShouldAllBe(tag => TagPolicy.Parse(policy).Compare(tag, chosen) <= 0);
        }));

    private static TagChoice Choose(string policy, string tags, string? filter = null, string? extract = null) =>
        new TagSelector(TagPolicy.Parse(policy), filter is null ? null : new TagFilter(Re2Pattern.Parse(filter), extract))
            .Choose(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
