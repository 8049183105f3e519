using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class EditingBlockScalars
{
    [Theory]
    [InlineData("a: |\n  old\nb: c\n", "new\n", "a: |\n  new\nb: c\n")]
    [InlineData("a: |\n  old\nb: c\n", "new", "a: |-\n  new\nb: c\n")]
    [InlineData("a: |-\n  old\nb: c\n", "new\n", "a: |\n  new\nb: c\n")]
    [InlineData("a: | # c\n    old\n    two\n\nb: c\n", "x\n\ny\n", "a: | # c\n    x\n\n    y\n\nb: c\n")]
    [InlineData("a: |\n  old\n\nb: c\n", "new\n\n\n", "a: |+\n  new\n\n\nb: c\n")]
    [InlineData("a: |+\n  old\n\n\nb: c\n", "new\n", "a: |+\n  new\nb: c\n")]
    [InlineData("a: |+\n  old\n\n\nb: c\n", "new", "a: |-\n  new\nb: c\n")]
    [InlineData("a: |\n  old\nb: c\n", " new\n", "a: |2\n   new\nb: c\n")]
    [InlineData("a: |\n  old\nb: c\n", "\n\n new", "a: |2-\n\n\n   new\nb: c\n")]
    [InlineData("a: |4-\n    old\nb: c\n", "new", "a: |4-\n    new\nb: c\n")]
    [InlineData("a: |-2\n  old\nb: c\n", "new\n", "a: |2\n  new\nb: c\n")]
    [InlineData("a: |\n  old\nb: c\n", "", "a: |\nb: c\n")]
    [InlineData("a: |\nb: c\n", "new\n", "a: |\n  new\nb: c\n")]
    [InlineData("a: |\n  old\n# no\nb: c\n", "new\n", "a: |\n  new\n# no\nb: c\n")]
    [InlineData("a: |-\n  old", "new", "a: |-\n  new")]
    [InlineData("a: |", "new\n", "a: |\n  new\n")]
    [InlineData("a: |\r\n  old\r\nb: c\r\n", "x\ny\n", "a: |\r\n  x\r\n  y\r\nb: c\r\n")]
    [InlineData("a: | # c\n  old\n  two\nb: c\n", "bell\a", "a: \"bell\\u0007\" # c\nb: c\n")]
    [InlineData("a: |\n  old\nb: c\n", "cr\r\nlf", "a: \"cr\\r\\nlf\"\nb: c\n")]
    [InlineData("a: &x !!str |\n  old\nb: *x\n", "new\n", "a: &x !!str |\n  new\nb: *x\n")]
    [InlineData("a: |\n    old\n  # c\nb: c\n", "", "a: \"\"\n  # c\nb: c\n")]
    public void Keeps_the_header_and_the_indentation(string text, string value, string expected) =>
        Document.Edit(text, (editor, root) => editor.Replace(root["a"]!.Value, value)).ShouldBe(expected);

    [Theory]
    [InlineData("a: >\n  old\n  text\nb: c\n", "one line\n", "a: >\n  one line\nb: c\n")]
    [InlineData("a: >-\n  old\nb: c\n", "x\ny\n\nz", "a: >-\n  x\n\n  y\n\n\n  z\nb: c\n")]
    [InlineData("a: >\n  old\nb: c\n", "x\n  deep\ny\n", "a: >\n  x\n    deep\n  y\nb: c\n")]
    [InlineData("a: >\n  old\nb: c\n", "\nx\n", "a: >\n\n  x\nb: c\n")]
    [InlineData("a: >\n  old text\n  folded\nb: c\n", "old text folded\n", "a: >\n  old text\n  folded\nb: c\n")]
    public void Folds_so_that_the_text_reads_back(string text, string value, string expected)
    {
        var edited = Document.Edit(text, (editor, root) => editor.Replace(root["a"]!.Value, value));
        edited.ShouldBe(expected);
        Document.Root(edited).Text("a").ShouldBe(value);
    }

    [Theory]
    [InlineData("- |\n old\n", "new\n", "- |\n new\n")]
    [InlineData("- - |\n   old\n  - b\n", " new\n", "- - |1\n    new\n  - b\n")]
    public void Knows_the_indentation_in_sequences(string text, string value, string expected)
    {
        var edited = Document.Edit(text, (editor, root) => editor.Replace(root.File.AllNodes().First(node => node.IsScalar), value));
        edited.ShouldBe(expected);
    }

    [Theory]
    [InlineData("--- |\n old\n", "new\n", "--- |\n new\n")]
    [InlineData("--- |\nold\n...\n", "new\n", "--- |\nnew\n...\n")]
    [InlineData("--- |\n old\n", " new\n", "--- \" new\\n\"\n")]
    public void Writes_a_root(string text, string value, string expected) =>
        Document.Edit(text, (editor, root) => editor.Replace(root, value)).ShouldBe(expected);

    [Theory]
    [InlineData("a: \"1\" # c\n", "3", "a: 3 # c\n")]
    [InlineData("a: 1\n", "3", "a: 3\n")]
    [InlineData("a: |\n  text\nb: c\n", "true", "a: true\nb: c\n")]
    [InlineData("a: [\"x\", 'y']\n", "-1", "a: [-1, 'y']\n")]
    [InlineData("a:\n", "null", "a: null\n")]
    public void Writes_a_number_or_boolean_without_quotes(string text, string value, string expected) =>
        Document.Edit(text, (editor, root) => editor.Replace(root["a"] is { IsSequence: true } list ? list.Items.First() : root["a"]!.Value, new YamlPlain(value)))
            .ShouldBe(expected);

    [Theory]
    [InlineData("a: {b, c: d}\n", "b", "a: {b: x, c: d}\n")]
    [InlineData("a: {b: , c: d}\n", "b", "a: {b: x , c: d}\n")]
    [InlineData("a: {\"b\":}\n", "b", "a: {\"b\": x}\n")]
    [InlineData("a:\n  b: # c\n  c: d\n", "b", "a:\n  b: x # c\n  c: d\n")]
    [InlineData("a:\n  b: &n\n  c: d\n", "b", "a:\n  b: &n x\n  c: d\n")]
    [InlineData("a:\n  ? b\n  ? c\n", "b", "a:\n  ? b\n  : x\n  ? c\n")]
    public void Fills_an_empty_value(string text, string key, string expected) =>
        Document.Edit(text, (editor, root) => editor.Replace(root["a"]!.Value[key]!.Value, "x")).ShouldBe(expected);

    [Fact]
    public void Gives_an_alias_a_value_of_its_own() =>
        Document.Edit("a: &x 1\nb: *x # c\n", (editor, root) => editor.Replace(root.Find("b")!.Value.Value, "v")).ShouldBe("a: &x 1\nb: v # c\n");
}
