using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class EditingNestedYaml
{
    private const string Application = "helm:\n  values: | # c\n    image:\n      tag: v1 # here\n   \n\n    list: [a]\n\nother: x\n";

    [Fact]
    public void Changes_only_the_bytes_inside() =>
        Document.Edit(Application, (editor, root) =>
        {
            var inner = editor.Inside(root["helm"]!.Value["values"]!.Value);
            var values = NestedRoot(root["helm"]!.Value["values"]!.Value, editor);
            inner.Replace(values["image"]!.Value["tag"]!.Value, "1.10");
            inner.InsertKey(values["image"]!.Value, "pullPolicy", "Always");
            inner.InsertKey(values, "new", new YamlMap { { "x", "y" } });
            inner.InsertItem(values["list"]!.Value, "b");
        }).ShouldBe("helm:\n  values: | # c\n    image:\n      tag: \"1.10\" # here\n      pullPolicy: Always\n   \n\n    list: [a, b]\n    new:\n      x: \"y\"\n\nother: x\n");

    [Theory]
    [InlineData("v: |-\n  a: 1\n  k: v", "v: |-\n  a: 1")]
    [InlineData("v: |-\n  a: 1\n  k: v\n", "v: |-\n  a: 1\n")]
    [InlineData("v: |\n  k: v\n  a: 1\n", "v: |\n  a: 1\n")]
    [InlineData("v: |\r\n  a: 1\r\n  k: v\r\n", "v: |\r\n  a: 1\r\n")]
    [InlineData("v: \"a: 1\\nk: v\\n\"\n", "v: \"a: 1\\n\"\n")]
    [InlineData("v: >\n  a: 1\n\n  k: v\nx: 1\n", "v: >\n  a: 1\nx: 1\n")]
    [InlineData("v: |+\n  a: 1\n  k: v\n\nx: 1\n", "v: |+\n  a: 1\n\nx: 1\n")]
    public void Removes_a_key_inside(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Inside(root["v"]!.Value).Remove(NestedRoot(root["v"]!.Value, editor).Find("k")!.Value.Key)).ShouldBe(expected);

    [Theory]
    [InlineData("v: |-\n  a: 1", "v: |-\n  a: 1\n  k: v")]
    [InlineData("v: |\n  a: 1\n\n\nx: 1\n", "v: |\n  a: 1\n  k: v\n\n\nx: 1\n")]
    [InlineData("v: |\r\n  a: 1\r\nx: 1\r\n", "v: |\r\n  a: 1\r\n  k: v\r\nx: 1\r\n")]
    [InlineData("v: 'a: 1'\n", "v: \"a: 1\\nk: v\"\n")]
    [InlineData("v: |\n  {}\n", "v: |\n  {k: v}\n")]
    public void Inserts_a_key_inside(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Inside(root["v"]!.Value).InsertKey(NestedRoot(root["v"]!.Value, editor), "k", "v")).ShouldBe(expected);

    [Fact]
    public void Reaches_yaml_in_yaml_in_yaml() =>
        Document.Edit("a: |\n  b: |\n    c: 1 # x\n  d: 2\n", (editor, root) =>
        {
            var middle = editor.Inside(root["a"]!.Value);
            var b = NestedRoot(root["a"]!.Value, editor)["b"]!.Value;
            middle.Inside(b).InsertKey(NestedRoot(b, middle), "k", "v");
        }).ShouldBe("a: |\n  b: |\n    c: 1 # x\n    k: v\n  d: 2\n");

    [Fact]
    public void Gives_places_in_the_file_around()
    {
        var root = Document.Root("a: |\n  b: |\n    é: 1\n    c: {\n  d: 2\n");
        var b = root["a"]!.Value.TryParseNested()!.Documents[0]["b"]!.Value;
        b.Place.ToString().ShouldBe("a.yaml:2:6");
        var inner = Document.Root("a: |\n  b: |\n    é: 1\n    c: 2\n")["a"]!.Value.TryParseNested()!.Documents[0]["b"]!.Value.TryParseNested()!;
        inner.Documents[0]["c"]!.Value.Place.ToString().ShouldBe("a.yaml:4:8");
        b.TryParseNested()!.Diagnostics.ShouldAllBe(found => found.Place!.Line >= 4 && found.Place.Column >= 3);
    }

    [Theory]
    [InlineData("a: plain\n")]
    [InlineData("a: [x]\n")]
    [InlineData("a: ''\n")]
    public void Is_null_where_there_is_none(string text) => Document.Root(text)["a"]!.Value.TryParseNested().ShouldBeNull();

    [Fact]
    public void Refuses_to_edit_inside_what_is_no_yaml() =>
        Should.Throw<TaskFailedException>(() => Document.Edit("a: '{'\n", (editor, root) => editor.Inside(root["a"]!.Value)))
            .Diagnostics[0].Code.ShouldBe(YamlCodes.EditRefused);

    private static YamlNode NestedRoot(YamlNode scalar, YamlEditor editor) => editor.Inside(scalar).File.Documents[0];
}
