using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Tests.Images;

public sealed class TellingNewerTags
{
    [Theory]
    [InlineData("1.2.3", "1.2.4")]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("v1.9.0", "1.10.0")]
    [InlineData("1.9", "1.10.0")]
    [InlineData("1.2", "1.2.1")]
    [InlineData("v1", "v2")]
    [InlineData("v2", "v2.1")]
    [InlineData("v9", "v10")]
    [InlineData("1.2.3-rc1", "1.2.3")]
    [InlineData("1.2.3-rc.9", "1.2.3-rc.10")]
    [InlineData("1.2.3-rc9", "1.2.3-rc10")]
    [InlineData("1.2.3-alpha.9", "1.2.3-beta.1")]
    [InlineData("1.2.3-beta.2", "1.2.3-rc.1")]
    [InlineData("1.2.3-dev", "1.2.3")]
    [InlineData("1.2.3-SNAPSHOT", "1.2.3")]
    [InlineData("1.2.3-alpine", "1.3.0")]
    [InlineData("1.2.3", "1.2.4-alpine")]
    [InlineData("1.2.3-alpine3.18", "1.2.3-alpine3.19")]
    [InlineData("1.2.3-debian-12-r5", "1.2.3-debian-12-r10")]
    [InlineData("1.2.3.4", "1.2.3.10")]
    [InlineData("2026.01.31", "2026.02.01")]
    [InlineData("7", "12")]
    [InlineData("build-9", "build-10")]
    [InlineData("build-123", "build-124")]
    [InlineData("release-1.9.0", "release-1.10.0")]
    [InlineData("20260101", "20260201")]
    [InlineData("20260101120000", "20260101120001")]
    [InlineData("20260101120000123", "20260101120000124")]
    [InlineData("main-1767225600", "main-1767225601")]
    [InlineData("2026-01-31", "2026-02-01")]
    [InlineData("r20260101", "r20260102")]
    [InlineData("jammy-20260101", "jammy-20260301")]
    [InlineData("1.2.3-9", "1.2.3-10")]
    [InlineData("0.9", "1.0-rc1")]
    public void Knows_the_newer_one(string older, string newer)
    {
        TagOrder.Natural.Compare(older, newer).ShouldBe(-1);
        TagOrder.Natural.Compare(newer, older).ShouldBe(1);
        TagOrder.Natural.IsNewer(newer, than: older).ShouldBeTrue();
        TagOrder.Natural.IsNewer(older, than: newer).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3", "v1.2.3")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("build-01", "build-1")]
    public void Knows_that_neither_is(string left, string right) => TagOrder.Natural.Compare(left, right).ShouldBe(0);

    [Theory]
    [InlineData("latest", "1.2.3")]
    [InlineData("stable", "latest")]
    [InlineData("sha-1a2b3c4", "sha-4c3b2a1")]
    [InlineData("1234567", "7654321")]
    [InlineData("a123456", "a654321")]
    [InlineData("sha-a123456", "sha-a654321")]
    [InlineData("7284872", "7284873")]
    [InlineData("9876543210", "9876543211")]
    [InlineData("2a123456", "2a654321")]
    [InlineData("20260101", "20260101120000")]
    [InlineData("20260101", "1.2.3")]
    [InlineData("12", "1.2.3")]
    [InlineData("1.2.3", "1.2.3-alpine")]
    [InlineData("1.2.3-alpine", "1.2.3-bookworm")]
    [InlineData("1.2.3", "1.2.3-1")]
    [InlineData("1.2.3-4-gabcdef0", "1.2.3-5-g1234567")]
    [InlineData("1.2.3-rc1", "1.2.3-rc.2")]
    [InlineData("1.2.3-dev", "1.2.3-rc1")]
    [InlineData("main-abc1234-1767225600", "main-def5678-1767225601")]
    [InlineData("build-1", "build-a")]
    [InlineData("build-1", "release-2")]
    public void Does_not_guess(string left, string right)
    {
        TagOrder.Natural.Compare(left, right).ShouldBeNull();
        TagOrder.Natural.Compare(right, left).ShouldBeNull();
    }

    [Theory]
    [InlineData("numerical:asc", "main-[0-9a-f]+-([0-9]+)", "$1", "main-fff-1767225600", "main-aaa-1767225601")]
    [InlineData("numerical:asc", null, null, "1234567", "7654321")]
    [InlineData("numerical:desc", null, null, "7654321", "1234567")]
    [InlineData("alphabetical:asc", null, null, "jammy", "noble")]
    [InlineData("alphabetical:desc", null, null, "noble", "jammy")]
    [InlineData("semver:^1", null, null, "1.9.0", "2.0.0")]
    [InlineData("semver:^1", "app-(.*)", "$1", "app-1.9.0", "app-1.10.0-rc.1")]
    [InlineData("semver:^1", null, null, "build-9", "build-10")]
    [InlineData("numerical:asc", "nothing", null, "1.9.0", "1.10.0")]
    public void Goes_by_the_policy_in_force_where_it_orders_both(string policy, string? filter, string? extract, string older, string newer)
    {
        var order = TagOrder.By(TagPolicy.Parse(policy), filter is null ? null : new TagFilter(Re2Pattern.Parse(filter), extract));
        order.Compare(older, newer).ShouldBe(-1);
        order.Compare(newer, older).ShouldBe(1);
    }

    // Not every two tags can be compared, but what can be never goes round in a circle.
    [Fact]
    public void Never_contradicts_itself() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 100_000 : 5_000),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (a, b, c) = (Any(random), Any(random), Any(random));
            TagOrder.Natural.Compare(a, a).ShouldBe(0);
            TagOrder.Natural.Compare(a, b).ShouldBe(-TagOrder.Natural.Compare(b, a), $"{a} {b}");
            if (TagOrder.Natural.Compare(a, b) >= 0 && TagOrder.Natural.Compare(b, c) > 0)
                (TagOrder.Natural.Compare(a, c) ?? 1).ShouldBe(1, $"{a} {b} {c}");
        }));

    private static string Any(Random random)
    {
        string[] shapes = ["#", "v#", "#.#", "#.#.#", "v#.#.#", "#.#.#-rc#", "#.#.#-rc.#", "#.#.#-alpha", "#.#.#-beta.#", "#.#.#-alpine", "#.#.#-dev", "b-#", "#.#.#.#", "#-#"];
        return string.Concat(shapes[random.Next(shapes.Length)].Select(c => c == '#' ? random.Next(3).ToString() : c.ToString()));
    }
}
