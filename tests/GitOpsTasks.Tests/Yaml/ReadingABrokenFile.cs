using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class ReadingABrokenFile
{
    [Theory]
    [InlineData("a: b: c\n---\nd: e\n")]
    [InlineData("a: [b\n---\nd: e\n")]
    [InlineData("a: 'b\n---\nd: e\n")]
    [InlineData("a: \"b\\q\"\n# c\n---\nd: e\n")]
    [InlineData("a:\n\tb: c\n---\nd: e\n")]
    [InlineData("a: @b\r\n---\r\nd: e\r\n")]
    [InlineData("a: b\nc\n...\nd: e\n")]
    public void Reads_on_at_the_next_document(string text)
    {
        var file = Document.Parse(text);
        file.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(YamlCodes.Syntax);
        file.Documents.ShouldHaveSingleItem().Text("d").ShouldBe("e");
    }

    [Theory]
    [InlineData("a: b\nc: d: e\n", 2, 5)]
    [InlineData("a: [b, c\nd: e\n", 2, 1)]
    [InlineData("é: [b", 1, 4)]
    [InlineData("x: y\n😀: 'b", 2, 4)]
    [InlineData("a: b\n  c: d\n", 2, 4)]
    [InlineData("- a\nb: c\n", 2, 1)]
    [InlineData("a: *x\n", 1, 4)]
    [InlineData("a: b\n\tc: d\n", 2, 2)]
    [InlineData("a: {b: c}}\n", 1, 10)]
    [InlineData("a: !e!b c\n", 1, 4)]
    [InlineData("a: \"\\z\"\n", 1, 5)]
    [InlineData("a: x\u0001y\n", 1, 5)]
    public void Says_where(string text, int line, int column)
    {
        var place = Document.Parse(text).Diagnostics.ShouldHaveSingleItem().Place!;
        (place.Line, place.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Reports_each_broken_document()
    {
        var file = Document.Parse("a: b: c\n---\nd: e\n---\nf: ]\n---\n- g\n");
        file.Diagnostics.Count.ShouldBe(2);
        file.Documents.Count.ShouldBe(2);
    }

    [Fact]
    public void Takes_a_closing_bracket_below_its_key_as_cluster_tools_do() =>
        Document.Root("a: [\n  b\n]\nc: {\n  d: e\n}\n").Text("c").ShouldBeNull();

    [Theory]
    [InlineData("%\n---\na")]
    [InlineData("%TAG !e! ,x\n---\na")]
    [InlineData("%TAG !e! \"x\n---\na")]
    public void Rejects_directives_that_say_nothing(string text) => Document.Parse(text).IsValid.ShouldBeFalse();

    [Fact]
    public void Stops_after_so_many_errors()
    {
        var text = string.Concat(Enumerable.Repeat("---\n]\n", 1000));
        var file = YamlFile.Parse(System.Text.Encoding.UTF8.GetBytes(text), "a.yaml", YamlLimits.Default with { Errors = 7 });
        file.Diagnostics.Count.ShouldBe(7);
    }

    [Fact]
    public void Stops_at_more_nodes_or_aliases_than_the_budget()
    {
        var bytes = "&a x\n---\n[1, 2, 3, 4]\n---\n[&b y, *b, *b, *b]\n"u8.ToArray();
        YamlFile.Parse(bytes, "a.yaml", YamlLimits.Default with { Nodes = 8 }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(YamlCodes.TooLarge);
        YamlFile.Parse(bytes, "a.yaml", YamlLimits.Default with { Aliases = 2 }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(YamlCodes.TooLarge);
        YamlFile.Parse(bytes, "a.yaml", YamlLimits.Default with { Bytes = 20 }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(YamlCodes.TooLarge);
    }
}
