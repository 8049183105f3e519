using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Tests.Images;

public sealed class OrderingVersions
{
    // Each is newer than the one before it; from SemVer 2, section 11, and its traps.
    private static readonly string[] s_ascending =
    [
        "0.0.0-0", "0.0.0", "0.0.1", "0.1.0", "1.0.0-0", "1.0.0-2", "1.0.0-10", "1.0.0-99999999999999999999999", "1.0.0-ALPHA", "1.0.0-alpha",
        "1.0.0-alpha.1", "1.0.0-alpha.1.0", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0-rc10", "1.0.0-rc2",
        "1.0.0", "1.0.1-a", "1.0.1", "1.2.0", "1.10.0", "2.0.0", "10.0.0", "18446744073709551615.0.0",
    ];

    private static int Tests => Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 100_000 : 3_000;

    [Fact]
    public void Is_that_of_the_specification()
    {
        for (var i = 0; i < s_ascending.Length; i++)
        {
            for (var j = 0; j < s_ascending.Length; j++)
                Math.Sign(Read(s_ascending[i]).CompareTo(Read(s_ascending[j]))).ShouldBe(i.CompareTo(j), $"{s_ascending[i]} and {s_ascending[j]}");
        }
    }

    [Theory]
    [InlineData("1.0.0+a", "1.0.0+b")]
    [InlineData("1.0.0+a", "1.0.0")]
    [InlineData("v1.2.3", "1.2.3")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("1", "v1.0.0+x-y.7")]
    [InlineData("01.002.3", "1.2.3")]
    public void Does_not_look_at_metadata_prefix_or_zeros(string left, string right) => Read(left).CompareTo(Read(right)).ShouldBe(0);

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("vv1.2.3")]
    [InlineData("V1.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.x")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3_4")]
    [InlineData("-1.2.3")]
    [InlineData("18446744073709551616.0.0")]
    [InlineData("latest")]
    public void Is_not_for_what_is_no_version(string text) => SemVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("v1.2.3-rc.1+5", true)]
    [InlineData("1.2", false)]
    [InlineData("v1", false)]
    [InlineData("01.2.3", false)]
    public void Takes_only_full_versions_for_tags(string text, bool isTag) => SemVersion.TryParseTag(text, out _).ShouldBe(isTag);

    [Fact]
    public void Is_total_antisymmetric_and_transitive() => ForAny(random =>
    {
        var (a, b, c) = (Any(random), Any(random), Any(random));
        a.CompareTo(a).ShouldBe(0);
        Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)), $"{a} {b}");
        if (a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0)
            a.CompareTo(c).ShouldBeLessThanOrEqualTo(0, $"{a} {b} {c}");
        if (a.CompareTo(b) == 0)
            Math.Sign(a.CompareTo(c)).ShouldBe(Math.Sign(b.CompareTo(c)), $"{a} {b} {c}");
    });

    [Fact]
    public void Survives_being_written_and_read() => ForAny(random =>
    {
        var version = Any(random);
        Read(version.ToString()).ShouldBe(version);
        Read("v" + version).ShouldBe(version);
    });

    [Fact]
    public void Is_that_by_which_ranges_admit() => ForAny(random =>
    {
        var (version, bound) = (Any(random), Any(random) with { Metadata = "" });
        var isIn = !version.IsPrerelease || bound.IsPrerelease;
        VersionRange.Parse($">={bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) >= 0);
        VersionRange.Parse($"<{bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) < 0);
        VersionRange.Parse($"<={bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) <= 0);
        VersionRange.Parse($">{bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) > 0);
        VersionRange.Parse($"={bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) == 0);
        VersionRange.Parse($"!={bound}").Admits(version).ShouldBe(isIn && version.CompareTo(bound) != 0);
        VersionRange.Parse($"<{bound} || >={bound}").Admits(version).ShouldBe(isIn);
        if (VersionRange.Parse($"~{bound.Major}.{bound.Minor}.{bound.Patch + 1}").Admits(version))
            VersionRange.Parse($"^{bound.Major}.{bound.Minor}.{bound.Patch}").Admits(version).ShouldBe(bound.Major + bound.Minor > 0 || version.Patch == bound.Patch);
    });

    private static void ForAny(Action<Random> test) => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Tests),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => test(new Random(seed))));

    private static SemVersion Any(Random random)
    {
        string[] parts = ["0", "1", "2", "10", "alpha", "beta", "rc", "rc1", "-", "A", "x-y"];
        var identifiers = Enumerable.Range(0, random.Next(4)).Select(_ => parts[random.Next(parts.Length)]);
        return new SemVersion(
            (ulong)random.Next(3), (ulong)random.Next(3), (ulong)random.Next(3), string.Join('.', identifiers), random.Next(3) == 0 ? "b1" : "");
    }

    private static SemVersion Read(string text) => SemVersion.TryParse(text, out var version) ? version : throw new FormatException(text);
}
