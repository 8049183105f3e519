using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class ReadingAFile
{
    [Theory]
    [InlineData("a: b", "b")]
    [InlineData("a: 'it''s'", "'it''s'")]
    [InlineData("a: \"x\\ty\"", "\"x\\ty\"")]
    [InlineData("a: &x b # c", "b")]
    [InlineData("a: !!str   b", "b")]
    [InlineData("a: &x !!str 'b'  # c", "'b'")]
    [InlineData("a: b c   \nd: e", "b c")]
    [InlineData("\uFEFFa: ü😀ß\nd: e", "ü😀ß")]
    [InlineData("ü: 😀\r\na: z\r\n", "z")]
    [InlineData("a: [x, y]", "[x, y]")]
    [InlineData("a: {b: c}  # d", "{b: c}")]
    [InlineData("a: &m {b: c}", "{b: c}")]
    [InlineData("a:\n  b: c\n  d: e\nf: g", "b: c\n  d: e")]
    [InlineData("a:\n- b\n- c\nf: g", "- b\n- c")]
    [InlineData("a:\nb: c", "")]
    [InlineData("a: &x\nb: c", "")]
    public void Gives_each_node_the_bytes_it_is_written_with(string text, string expected) =>
        Document.TextOf(Document.Root(text)["a"]!.Value).ShouldBe(expected);

    [Fact]
    public void Counts_columns_in_code_points()
    {
        var place = Document.Root("é😀: x\nb: [ü, 😀, y]\n")["b"]!.Value.Items.Last().Place;
        (place.Line, place.Column).ShouldBe((2, 11));
    }

    [Fact]
    public void Reports_a_syntax_error_with_its_place()
    {
        var file = Document.Parse("a: b\nc: [d\ne: f\n");
        var error = file.Diagnostics.ShouldHaveSingleItem();
        error.Code.ShouldBe(YamlCodes.Syntax);
        error.Place!.File.ShouldBe("a.yaml");
        error.Place.Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Follows_aliases_to_their_anchor()
    {
        var root = Document.Root("a: &x 1\nb: *x\n");
        root["b"]!.Value.ShouldBe(root["a"]!.Value);
    }

    [Fact]
    public void Reads_every_document_of_a_stream() =>
        Document.Parse("a: 1\n---\nb: 2\n---\nc: 3\n").Documents.Count.ShouldBe(3);

    [Fact]
    public void Stops_at_a_nesting_that_would_take_the_stack_down()
    {
        var file = Document.Parse(new string('[', 100_000));
        file.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(YamlCodes.TooLarge);
    }

    [Fact]
    public void Warns_of_bytes_that_are_not_utf8_and_reads_on()
    {
        byte[] bytes = [.. "a: x\nb: "u8, 0xFF, .. "\nc: d\n"u8];
        var file = YamlFile.Parse(bytes, "a.yaml");
        file.IsValid.ShouldBeTrue();
        file.Diagnostics.ShouldHaveSingleItem().Place!.Line.ShouldBe(2);
        var editor = new YamlEditor(file);
        editor.Replace(file.Documents[0]["c"]!.Value, "new");
        editor.Apply().ToArray().ShouldBe([.. "a: x\nb: "u8, 0xFF, .. "\nc: new\n"u8]);
    }

    [Fact]
    public void Never_expands_an_alias_bomb()
    {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++)
            text.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Document.Parse(text.ToString()).AllNodes().Count().ShouldBeLessThan(1000);
    }
}
