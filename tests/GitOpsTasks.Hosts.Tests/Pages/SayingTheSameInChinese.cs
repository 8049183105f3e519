namespace GitOpsTasks.Hosts.Tests.Pages;

public sealed class SayingTheSameInChinese
{
    private static readonly Page s_english = Page.Read("README.md");
    private static readonly Page s_chinese = Page.Read("README.zh-CN.md");

    [Fact]
    public void Has_the_same_commands()
    {
        CommandLines.On(s_chinese).ShouldBe(CommandLines.On(s_english));
        s_chinese.Spans.Where(IsForMachines).Order(StringComparer.Ordinal).ShouldBe(s_english.Spans.Where(IsForMachines).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Has_the_same_tables() => s_chinese.Tables.ShouldBe(s_english.Tables);

    [Fact]
    public void Has_the_same_links_and_each_the_other()
    {
        s_chinese.Links.ShouldContain("README.md");
        s_english.Links.ShouldContain("README.zh-CN.md");
        s_chinese.Links.Where(link => link != "README.md").ShouldBe(s_english.Links.Where(link => link != "README.zh-CN.md"));
    }

    [Fact]
    public void Has_the_same_headings() => Levels(s_chinese).ShouldBe(Levels(s_english));

    private static bool IsForMachines(string span) => span.All(char.IsAscii);

    private static IEnumerable<int> Levels(Page page) =>
        page.Prose.Where(line => line.StartsWith('#')).Select(line => line.TakeWhile(letter => letter == '#').Count());
}
