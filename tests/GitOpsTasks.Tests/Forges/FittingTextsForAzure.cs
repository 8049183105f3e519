using GitOpsTasks.Forges.Azure;

namespace GitOpsTasks.Tests.Forges;

public sealed class FittingTextsForAzure
{
    private static string Comment(int length) => $"<!-- {new string('m', length - 9)} -->";

    [Theory]
    [InlineData(100, 1000, false)]
    [InlineData(100, 2000, false)]
    [InlineData(6000, 2000, false)]
    [InlineData(6000, 2001, true)]
    [InlineData(100, 4500, true)]
    [InlineData(0, 90_000, true)]
    public void Loses_visible_text_before_any_of_the_hidden_comment(int visible, int hidden, bool isApart)
    {
        var body = $"{new string('v', visible)}\n\n{Comment(hidden)}\n";
        var (description, apart) = AzureText.Divide(body);
        description.Length.ShouldBeLessThanOrEqualTo(4000);
        (apart is not null).ShouldBe(isApart);
        var whole = apart is null ? description : AzureText.Join(description, apart);
        whole.TrimEnd().ShouldEndWith(Comment(hidden));
        AzureText.DigestIn(description).ShouldBe(isApart ? AzureText.DigestOf(Comment(hidden)) : null);
        if (visible == 100)
            whole.ShouldStartWith(new string('v', 100));
    }

    [Fact]
    public void Cuts_what_has_no_hidden_comment_and_no_character_in_two()
    {
        var (description, apart) = AzureText.Divide(string.Concat(Enumerable.Repeat("\U0001F600", 3000)));
        description.Length.ShouldBeLessThanOrEqualTo(4000);
        description.ShouldContain("was cut");
        description.EnumerateRunes().ShouldNotContain(rune => rune.Value == 0xFFFD);
        apart.ShouldBeNull();
        AzureText.FitTitle(new string('t', 500)).Length.ShouldBe(400);
    }
}
