using System.Text.Json;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Names are data: nothing in them is read as Markdown or ends the hidden comment.</summary>
public sealed class DescribingAPromotion
{
    private const string Hostile = "a`b|c --> <img src=x onerror=alert(1)> [x](http://evil) @team\n# head\r\n| x | y |";

    [Theory]
    [InlineData("web")]
    [InlineData("-->")]
    [InlineData("---->--!>--")]
    [InlineData("<!-- gitops-tasks:promotion {} -->")]
    [InlineData("\"\\ü😀\u2028\u0000")]
    [InlineData(Hostile)]
    public void Reads_back_the_data_of_the_hidden_comment(string name)
    {
        var marker = new PromotionMarker(name, name, name, [new PromotedImage(name, null, name)]);
        var body = PromotionText.Body(marker);
        var start = body.LastIndexOf(PromotionText.MarkerStart, StringComparison.Ordinal) + PromotionText.MarkerStart.Length;
        var comment = body[start..];
        comment.IndexOf("--", StringComparison.Ordinal).ShouldBe(comment.Length - "-->\n".Length);
        var read = JsonSerializer.Deserialize(comment[..^" -->\n".Length], PromoteJson.Default.PromotionMarker)!;
        (read.App, read.From, read.To, read.Images[0]).ShouldBe((name, name, name, new PromotedImage(name, null, name)));
    }

    [Fact]
    public void Leaves_nothing_hostile_outside_of_code()
    {
        var body = PromotionText.Body(new PromotionMarker(Hostile, Hostile, Hostile, [new PromotedImage(Hostile, Hostile, Hostile)]));
        var visible = body[..body.LastIndexOf(PromotionText.MarkerStart, StringComparison.Ordinal)];
        foreach (var line in visible.Split('\n'))
        {
            var outside = string.Concat(line.Split('`').Where((_, index) => index % 2 == 0));
            outside.ShouldNotContain("img");
            outside.ShouldNotContain("evil");
            outside.ShouldNotContain("@team");
            line.Count(c => c == '`').ShouldBe(line.Count(c => c == '`') / 2 * 2);
        }

        visible.Split('\n').Count(line => line.StartsWith('|')).ShouldBe(3);
    }

    [Fact]
    public void Keeps_title_and_subject_on_one_line()
    {
        IReadOnlyList<PromotedImage> images = [new("web", null, "1.0\nx")];
        PromotionText.Title("a\nb", "c\r\nd", images).ShouldBe("Promote a b 1.0 x to c d");
        PromotionText.Message("a\nb", "dev", "staging", images).Split('\n')[1].ShouldBe("");
    }
}
