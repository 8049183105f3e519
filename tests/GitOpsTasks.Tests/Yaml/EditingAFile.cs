using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class EditingAFile
{
    [Theory]
    [InlineData("a: b # keep\n", "c", "a: c # keep\n")]
    [InlineData("a: 'b'\r\nx: y", "c", "a: 'c'\r\nx: y")]
    [InlineData("a: \"b\"\n", "c", "a: \"c\"\n")]
    [InlineData("a: 1.9\n", "1.10", "a: \"1.10\"\n")]
    [InlineData("q: 'x'\na: v1\n", "1.10", "q: 'x'\na: '1.10'\n")]
    [InlineData("a: v1\n", "0123e4", "a: \"0123e4\"\n")]
    [InlineData("a: v1\n", "2024-01-01", "a: \"2024-01-01\"\n")]
    [InlineData("a: v1\n", "1.2.3", "a: 1.2.3\n")]
    [InlineData("a: &x v1   # c", "v2", "a: &x v2   # c")]
    [InlineData("a: !!str v1\n", "v2", "a: !!str v2\n")]
    [InlineData("{a: v1, b: c}", "v,2", "{a: \"v,2\", b: c}")]
    [InlineData("\uFEFFü: 😀\na: 'it''s'\n", "that's", "\uFEFFü: 😀\na: 'that''s'\n")]
    [InlineData("a:\nb: c\n", "x", "a: x\nb: c\n")]
    [InlineData("a: plain over\n  two lines\nb: c\n", "x", "a: x\nb: c\n")]
    public void Replaces_a_scalar_and_nothing_else(string text, string value, string expected) =>
        Document.Edit(text, (editor, root) => editor.Replace(root["a"]!.Value, value)).ShouldBe(expected);

    [Theory]
    [InlineData("m:\n  a: 1\n", "m:\n  a: 1\n  k: v\n")]
    [InlineData("m:\n  a: 1 # c\n# after\nn: x\n", "m:\n  a: 1 # c\n  k: v\n# after\nn: x\n")]
    [InlineData("m:\n  a: 1", "m:\n  a: 1\n  k: v")]
    [InlineData("m:\r\n  a: 1\r\nn: x\r\n", "m:\r\n  a: 1\r\n  k: v\r\nn: x\r\n")]
    [InlineData("m:\n  a: |\n    x\n    y\nn: z\n", "m:\n  a: |\n    x\n    y\n  k: v\nn: z\n")]
    [InlineData("m:\n  a:\n  - 1\n  - 2\nn: z\n", "m:\n  a:\n  - 1\n  - 2\n  k: v\nn: z\n")]
    [InlineData("m: {a: 1}\n", "m: {a: 1, k: v}\n")]
    [InlineData("m: {}\n", "m: {k: v}\n")]
    public void Inserts_a_key_in_the_mappings_own_style(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.InsertKey(root["m"]!.Value, "k", "v")).ShouldBe(expected);

    [Theory]
    [InlineData("l:\n- name: a\n  newTag: b\n", "l:\n- name: a\n  newTag: b\n- name: web\n  newTag: \"1\"\n")]
    [InlineData("l:\n  -   name: a\nz: 1\n", "l:\n  -   name: a\n  -   name: web\n      newTag: \"1\"\nz: 1\n")]
    [InlineData("l: [{name: a}]\n", "l: [{name: a}, {name: web, newTag: \"1\"}]\n")]
    [InlineData("l: []\n", "l: [{name: web, newTag: \"1\"}]\n")]
    [InlineData("l:\n  - 'a' # c", "l:\n  - 'a' # c\n  - name: web\n    newTag: '1'")]
    public void Inserts_an_item_in_the_lists_own_style(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.InsertItem(root["l"]!.Value, new YamlMap { { "name", "web" }, { "newTag", "1" } }))
            .ShouldBe(expected);

    [Fact]
    public void Indents_a_new_list_as_the_file_does() =>
        Document.Edit("r:\n  - a\nz: 1\n", (editor, root) => editor.InsertKey(root, "new", new YamlList { "x" }))
            .ShouldBe("r:\n  - a\nz: 1\nnew:\n  - x\n");

    [Theory]
    [InlineData("m:\n  a: 1\n  k: v # c\n  b: 2\n", "m:\n  a: 1\n  b: 2\n")]
    [InlineData("m:\n  a: 1\n  k: v", "m:\n  a: 1")]
    [InlineData("m:\n  a: 1\n  k:\n    x: y\n    z: w\nn: 1\n", "m:\n  a: 1\nn: 1\n")]
    [InlineData("m: {a: 1, k: v}\n", "m: {a: 1}\n")]
    [InlineData("m: {k: v, a: 1}\n", "m: {a: 1}\n")]
    [InlineData("m:\r\n  k: v\r\n  a: 1\r\n", "m:\r\n  a: 1\r\n")]
    public void Removes_a_key_with_its_lines(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Remove(root["m"]!.Value.Find("k")!.Value.Key)).ShouldBe(expected);

    [Fact]
    public void Removes_the_first_key_of_an_item() =>
        Document.Edit("- k: 1\n  a: 2\n", (editor, root) => editor.Remove(root.Items.First().Find("k")!.Value.Key)).ShouldBe("- a: 2\n");

    [Fact]
    public void Refuses_a_batch_whose_changes_meet()
    {
        var failure = Should.Throw<TaskFailedException>(() => Document.Edit("m:\n  a: 1\n  k: v\n", (editor, root) =>
        {
            var key = root["m"]!.Value.Find("k")!.Value;
            editor.Remove(key.Key);
            editor.Replace(key.Value, "w");
        }));
        failure.Diagnostics[0].Code.ShouldBe(YamlCodes.EditRefused);
        failure.Diagnostics[0].Place!.ToString().ShouldBe("a.yaml:3:6");
    }

    [Fact]
    public void Leaves_the_bytes_alone_where_nothing_is_asked()
    {
        var file = Document.Parse("a: 1");
        new YamlEditor(file).Apply().ToArray().ShouldBe(file.Content.ToArray());
    }
}
