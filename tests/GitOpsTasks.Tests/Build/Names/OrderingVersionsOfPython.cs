using GitOpsTasks.Build.Names;

namespace GitOpsTasks.Tests.Build.Names;

public sealed class OrderingVersionsOfPython
{
    private static readonly string[] s_ascending =
    [
        "0.9", "1.dev1", "1a1.dev1", "1a1", "1a2", "1b1", "1rc1.dev2", "1rc1", "1", "1.post1.dev1", "1.post1", "1.0.1", "1.1", "1.10", "2", "2026.1", "1!0.1",
    ];

    [Fact]
    public void Goes_by_PEP_440()
    {
        var versions = s_ascending.Select(text => Pep440Name.TryParse(text)!).ToList();
        for (var i = 0; i < versions.Count; i++)
        {
            for (var j = 0; j < versions.Count; j++)
                Math.Sign(versions[i].CompareTo(versions[j])).ShouldBe(i.CompareTo(j), $"{s_ascending[i]} and {s_ascending[j]}");
        }
    }

    [Theory]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1.0-alpha.1", "1a1")]
    [InlineData("1.0+local", "1")]
    [InlineData("v1.0-r4", "1.post4")]
    [InlineData("1.0c3", "1.0RC3")]
    public void Takes_other_spellings_for_the_same(string one, string other) =>
        Pep440Name.TryParse(one)!.CompareTo(Pep440Name.TryParse(other)!).ShouldBe(0);

    [Theory]
    [InlineData("V1.0-Preview_2", "1.0rc2")]
    [InlineData("01.02", "1.2")]
    [InlineData("1.0.post", "1.0.post0")]
    [InlineData("1.0a", "1.0a0")]
    [InlineData("1.0+Ubuntu-1", "1.0+ubuntu.1")]
    [InlineData("1!2.0.DEV3", "1!2.0.dev3")]
    public void Spells_them_in_one_way(string text, string version) => Pep440Name.TryParse(text)!.Version.ShouldBe(version);

    [Theory]
    [InlineData("")]
    [InlineData("x1.0")]
    [InlineData("1.0-")]
    [InlineData("1..0")]
    [InlineData("1.0gamma1")]
    public void Refuses_what_is_none(string text) => Pep440Name.TryParse(text).ShouldBeNull();
}
