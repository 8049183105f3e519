using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class RemovingNodes
{
    [Theory]
    [InlineData("a: 1\n# of k\n# more\nk: v # c\n# of b\nb: 2\n", "a: 1\n# of b\nb: 2\n")]
    [InlineData("a: 1\n# apart\n\nk: v\nb: 2\n", "a: 1\n# apart\n\nb: 2\n")]
    [InlineData("# licence\nk: v\nb: 2\n", "# licence\nb: 2\n")]
    [InlineData("# licence\n\n# of k\nk: v\nb: 2\n", "# licence\n\nb: 2\n")]
    [InlineData("---\n# head\nk: v\nb: 2\n", "---\n# head\nb: 2\n")]
    [InlineData("a: 1\n\nk: v\n\nb: 2\n", "a: 1\n\n\nb: 2\n")]
    [InlineData("a: |\n  text\n  # text\nk: v\nb: 2\n", "a: |\n  text\n  # text\nb: 2\n")]
    [InlineData("a: 1\nk:\n  x: y\n  # of x\nb: 2\n", "a: 1\nb: 2\n")]
    [InlineData("a: 1\nk: |+\n  x\n\nb: 2\n", "a: 1\nb: 2\n")]
    [InlineData("a: 1\nk: |\n  x\n\nb: 2\n", "a: 1\n\nb: 2\n")]
    [InlineData("a: 1\n? k\n: v\nb: 2\n", "a: 1\nb: 2\n")]
    [InlineData("k: v\n", "{}\n")]
    [InlineData("# head\nk: v # c", "# head\n{}")]
    [InlineData("--- # c\nk: v\n---\nz: 1\n", "--- # c\n{}\n---\nz: 1\n")]
    [InlineData("a: 1\r# c\rk: v\rb: 2\r", "a: 1\rb: 2\r")]
    public void Takes_a_keys_own_lines_and_comments(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Remove(root.Find("k")!.Value.Key)).ShouldBe(expected);

    [Theory]
    [InlineData("m: # c\n  # of k\n  k: v\nn: 1\n", "m: {} # c\nn: 1\n")]
    [InlineData("m: &x\n  k: v", "m: &x {}")]
    [InlineData("m:\n  &x\n  k: v\n", "m:\n  &x {}\n")]
    [InlineData("m: {k: v}\n", "m: {}\n")]
    [InlineData("m: {\n  k: v, # c\n }\n", "m: {}\n")]
    [InlineData("m: {\n  a: 1, # a\n  # of k\n  k: v, # k\n  b: 2 # b\n }\n", "m: {\n  a: 1, # a\n  b: 2 # b\n }\n")]
    [InlineData("m: {\n  a: 1, # a\n  k: v # k\n }\n", "m: {\n  a: 1 # a\n }\n")]
    [InlineData("m: {\n  a: 1,\n  k: v,\n }\n", "m: {\n  a: 1,\n }\n")]
    [InlineData("m: {k: v, # of k\n  a: 1}\n", "m: {\n  a: 1}\n")]
    [InlineData("m: { a: 1 , k: v }\n", "m: { a: 1 }\n")]
    [InlineData("m: {a: 1, ? k : v, b}\n", "m: {a: 1, b}\n")]
    [InlineData("m: {a, k: v,}\n", "m: {a,}\n")]
    public void Leaves_a_collection(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Remove(root["m"]!.Value.Find("k")!.Value.Key)).ShouldBe(expected);

    [Theory]
    [InlineData("- k: 1 # c\n  # of a\n  a: 2\n", "- # of a\n  a: 2\n")]
    [InlineData("- k: 1\n\n  a: 2\n- b\n", "- a: 2\n- b\n")]
    [InlineData("- k: |\n    x\n  a: 2\n", "- a: 2\n")]
    [InlineData("- k: 1 # c\n- b\n", "- {}\n- b\n")]
    [InlineData("-\n  k: 1\n- b\n", "- {}\n- b\n")]
    [InlineData("- &x\n  k: 1", "- &x {}")]
    public void Moves_the_next_key_up_to_the_dash(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.Remove(root.Items.First().Find("k")!.Value.Key)).ShouldBe(expected);

    [Theory]
    [InlineData("l:\n- a\n- b\n- c\n", "0,1,2", "l: []\n")]
    [InlineData("l:\n- a\n- b\n- c\n", "0,1", "l:\n- c\n")]
    [InlineData("l:\n- a\n- b\n- c", "1,2", "l:\n- a")]
    [InlineData("l: [a, b, c]\n", "1,2", "l: [a]\n")]
    [InlineData("l: [a, b, c]\n", "0,2", "l: [b]\n")]
    [InlineData("l: [a, b, c]\n", "0,1,2", "l: []\n")]
    [InlineData("l: [a: 1, b]\n", "0", "l: [b]\n")]
    [InlineData("l:\n- - a\n  - b\n- c\n", "0", "l:\n- c\n")]
    [InlineData("l:\n- # a-b\n  a\n- # b-c\n  b\n", "1", "l:\n- # a-b\n  a\n")]
    public void Removes_several_items_at_once(string text, string positions, string expected) =>
        Document.Edit(text, (editor, root) =>
        {
            var items = root["l"]!.Value.Items.ToList();
            foreach (var position in positions.Split(','))
                editor.Remove(items[int.Parse(position)]);
        }).ShouldBe(expected);

    [Fact]
    public void Refuses_to_take_an_anchor_from_an_alias()
    {
        var failure = Should.Throw<TaskFailedException>(() => Document.Edit("a: 1\nk:\n  x: &n 1\nb: *n\n", (editor, root) =>
        {
            editor.Replace(root["a"]!.Value, "2");
            editor.Remove(root.Find("k")!.Value.Key);
        }));
        failure.Diagnostics[0].Code.ShouldBe(YamlCodes.EditRefused);
        failure.Diagnostics[0].Place!.ToString().ShouldBe("a.yaml:2:1");
    }

    [Fact]
    public void Removes_an_anchor_together_with_its_aliases() =>
        Document.Edit("a: 1\nk: &n 1\nb: *n\n", (editor, root) =>
        {
            editor.Remove(root.Find("k")!.Value.Key);
            editor.Remove(root.Find("b")!.Value.Key);
        }).ShouldBe("a: 1\n");
}
