using System.Text.Json;
using System.Xml.Linq;
using GitOpsTasks.Status;
using GitOpsTasks.Status.Rendering;

namespace GitOpsTasks.Tests.Status;

/// <summary>The same for terminals, summaries, programs and browsers; all texts are others'.</summary>
public sealed class ShowingStatus
{
    private static readonly DateTimeOffset s_now = SampleStatus.Now;

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(61, "1 minute")]
    [InlineData(7200, "2 hours")]
    [InlineData(86400 * 3, "3 days")]
    [InlineData(86400 * 90, "3 months")]
    [InlineData(86400 * 800, "2 years")]
    [InlineData(-100, "just now")]
    public void Has_ages_in_words(int seconds, string words) => AgeText.Of(s_now.AddSeconds(-seconds), s_now).ShouldBe(words);

    [Fact]
    public void Has_a_table_for_a_terminal()
    {
        var text = StatusText.Render(SampleStatus.Of("staging"));
        text.ShouldContain("APP      dev                       staging\n");
        text.ShouldContain("3 days, staging, bbbbbbb");
        text.ShouldContain("(behind)");
        text.ShouldContain("#7 draft");
        text.ShouldContain("Drift of staging between dev and staging\n  /staging\n    staging:1:2: staging\n    staging:3:4: (none)\n");
    }

    [Fact]
    public void Is_no_wider_than_the_terminal()
    {
        var text = StatusText.Render(SampleStatus.Of("staging-of-a-very-long-name-日本語日本語日本語") with { Width = 60 });
        text[..text.IndexOf("Open promotions", StringComparison.Ordinal)].Split('\n').Skip(1).Max(TableCell.Width).ShouldBe(60);
    }

    [Fact]
    public void Has_no_command_of_a_terminal_or_line_of_others_in_it()
    {
        var text = StatusText.Render(SampleStatus.Of(SampleStatus.Hostile));
        text.ShouldNotContain('\x1b');
        text.Split('\n').ShouldNotContain(line => line.StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public void Has_markdown_that_others_wrote_nothing_of()
    {
        var text = StatusMarkdown.Render(SampleStatus.Of(SampleStatus.Hostile));
        foreach (var part in (string[])["<script", "[x]", "`q`", "##vso", "\n::", "@team"])
            text.ShouldNotContain(part);
        text.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Count(c => c == '|')).Distinct().ShouldBe([4, 6], ignoreOrder: true);
        text.ShouldContain("[bbbbbbb](<https://example.com/1>)");
    }

    [Fact]
    public void Has_a_page_that_others_wrote_nothing_of()
    {
        var page = XDocument.Parse(StatusPage.Render(SampleStatus.Of(SampleStatus.Hostile))["<!DOCTYPE html>\n".Length..]);
        page.Descendants("script").ShouldHaveSingleItem().Value.ShouldBe(PageParts.Script);
        page.Descendants("table").Count().ShouldBe(3);
        page.Descendants("th").ShouldAllBe(cell => cell.Attribute("scope") != null);
        page.Descendants().Attributes().Where(at => at.Name.LocalName is "src" or "style" || at.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Descendants("time").Attributes("datetime").Select(at => at.Value).ShouldContain("2026-01-28T12:00:00Z");
        page.Descendants("a").Select(link => link.Attribute("href")!.Value).Distinct().ShouldBe(["https://example.com/1"]);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("not an address")]
    public void Links_only_to_the_web(string url)
    {
        XDocument.Parse(StatusPage.Render(SampleStatus.Of("web", url))["<!DOCTYPE html>\n".Length..]).Descendants("a").ShouldBeEmpty();
        StatusMarkdown.Render(SampleStatus.Of("web", url)).ShouldNotContain("](");
    }

    [Fact]
    public void Has_the_json_of_the_documentation()
    {
        using var json = JsonDocument.Parse(StatusJson.Render(SampleStatus.Of("staging")));
        var root = json.RootElement;
        root.EnumerateObject().Select(field => field.Name).ShouldBe(["repository", "branch", "commit", "time", "environments", "apps", "promotions", "drift"]);
        var deployed = root.GetProperty("apps")[0].GetProperty("environments")[0];
        deployed.GetProperty("since").GetString().ShouldBe("2026-01-28T12:00:00+00:00");
        deployed.EnumerateObject().Select(field => field.Name)
            .ShouldBe(["environment", "folder", "images", "since", "author", "commit", "commitUrl", "isBehind"]);
        root.GetProperty("promotions")[0].GetProperty("gates")[0].GetProperty("state").GetString().ShouldBe("pending");
        root.GetProperty("drift")[0].GetProperty("differences")[0].GetProperty("from").GetProperty("line").GetInt32().ShouldBe(1);
    }
}
