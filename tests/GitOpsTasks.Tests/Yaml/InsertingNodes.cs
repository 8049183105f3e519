using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class InsertingNodes
{
    [Theory]
    [InlineData("m:\nn:\n    x: 1\n", "m:\n    k: v\nn:\n    x: 1\n")]
    [InlineData("m: # c\nn: 1\n", "m: # c\n  k: v\nn: 1\n")]
    [InlineData("m: null # c\nn: 1\n", "m: # c\n  k: v\nn: 1\n")]
    [InlineData("m: &x\nn: *x\n", "m: &x\n  k: v\nn: *x\n")]
    [InlineData("m:", "m:\n  k: v")]
    [InlineData("m:\n  ~\nn: 1\n", "m:\n  k: v\nn: 1\n")]
    [InlineData("{m: , n: 1}\n", "{m: {k: v} , n: 1}\n")]
    [InlineData("{m, n: 1}\n", "{m: {k: v}, n: 1}\n")]
    [InlineData("{m: ~, n: 1}\n", "{m: {k: v}, n: 1}\n")]
    [InlineData("m: {}\n", "m: {k: v}\n")]
    [InlineData("m: {\n  a: 1, # a\n  b: 2 # b\n }\n", "m: {\n  a: 1, # a\n  b: 2, # b\n  k: v\n }\n")]
    [InlineData("m: {\n  a: 1,\n }\n", "m: {\n  a: 1,\n  k: v,\n }\n")]
    [InlineData("m: {\n  a: 1}\n", "m: {\n  a: 1,\n  k: v}\n")]
    [InlineData("m: {a: 1,}\n", "m: {a: 1, k: v,}\n")]
    [InlineData("m: {a}\n", "m: {a, k: v}\n")]
    [InlineData("m: {\"a\":}\n", "m: {\"a\":, k: v}\n")]
    [InlineData("m:\n  a: |+\n    x\n\n---\nz\n", "m:\n  a: |+\n    x\n\n  k: v\n---\nz\n")]
    [InlineData("m:\n  a: |\n    x\n\n\n", "m:\n  a: |\n    x\n  k: v\n\n\n")]
    [InlineData("m:\n  a: |\n    x", "m:\n  a: |-\n    x\n  k: v")]
    [InlineData("m:\n  a: 1\n...\n", "m:\n  a: 1\n  k: v\n...\n")]
    [InlineData("m:\n  a: 1\n  # b: 2\n# n\nn: 1\n", "m:\n  a: 1\n  # b: 2\n  k: v\n# n\nn: 1\n")]
    [InlineData("m:\r  a: 1\rn: 1\r", "m:\r  a: 1\r  k: v\rn: 1\r")]
    [InlineData("m:\n  ? a\n  : b\n", "m:\n  ? a\n  : b\n  k: v\n")]
    public void Puts_a_key_where_it_belongs(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.InsertKey(root["m"]!.Value, "k", "v")).ShouldBe(expected);

    [Theory]
    [InlineData("l:\nn:\n  - x\n", "l:\n  - v\nn:\n  - x\n")]
    [InlineData("l: [] # c\n", "l: [v] # c\n")]
    [InlineData("l: [\n  a, # a\n  b\n ]\n", "l: [\n  a, # a\n  b,\n  v\n ]\n")]
    [InlineData("l:\n  - a\n  # - b\nn: 1\n", "l:\n  - a\n  # - b\n  - v\nn: 1\n")]
    [InlineData("l:\n- a\n# of n\nn: 1\n", "l:\n- a\n- v\n# of n\nn: 1\n")]
    [InlineData("l:\n- - a\n  - b\n", "l:\n- - a\n  - b\n- v\n")]
    [InlineData("l:\n- a\n# end\n", "l:\n- a\n- v\n# end\n")]
    public void Puts_an_item_where_it_belongs(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.InsertItem(root["l"]!.Value, "v")).ShouldBe(expected);

    [Fact]
    public void Puts_an_item_into_an_inner_sequence() =>
        Document.Edit("- - a\n  - b # c\n- d\n", (editor, root) => editor.InsertItem(root.Items.First(), "v")).ShouldBe("- - a\n  - b # c\n  - v\n- d\n");

    [Theory]
    [InlineData("l:\n- a # a\n# of b\n- b\n", "l:\n- a # a\n- v\n# of b\n- b\n")]
    [InlineData("l: [a, b]\n", "l: [a, v, b]\n")]
    [InlineData("l: [\n  a, # a\n  b\n ]\n", "l: [\n  a, # a\n  v,\n  b\n ]\n")]
    public void Puts_an_item_after_another(string text, string expected) =>
        Document.Edit(text, (editor, root) => editor.InsertItem(root["l"]!.Value, "v", root["l"]!.Value.Items.First())).ShouldBe(expected);

    [Theory]
    [InlineData("m: {}\n", "m: {k: v, j: [x, {w: z}]}\n")]
    [InlineData("m:\n", "m:\n  k: v\n  j:\n  - x\n  - w: z\n")]
    [InlineData("m: {a: 1}\n", "m: {a: 1, k: v, j: [x, {w: z}]}\n")]
    [InlineData("m:\n  a: 1\n", "m:\n  a: 1\n  k: v\n  j:\n  - x\n  - w: z\n")]
    [InlineData("m: {\n  a: 1\n }\n", "m: {\n  a: 1,\n  k: v,\n  j: [x, {w: z}]\n }\n")]
    public void Puts_several_keys_in_order(string text, string expected) =>
        Document.Edit(text, (editor, root) =>
        {
            editor.InsertKey(root["m"]!.Value, "k", "v");
            editor.InsertKey(root["m"]!.Value, "j", new YamlList { "x", new YamlMap { { "w", "z" } } });
        }).ShouldBe(expected);

    [Fact]
    public void Puts_a_key_into_a_mapping_that_is_a_key() =>
        Document.Edit("? a : b\n", (editor, root) => editor.InsertKey(root.Pairs.First().Key, "k", "v")).ShouldBe("? a : b\n  k: v\n");

    [Fact]
    public void Puts_a_key_into_a_pair_without_braces() =>
        Document.Edit("l: [a: 1, b]\n", (editor, root) => editor.InsertKey(root["l"]!.Value.Items.First(), "k", "v")).ShouldBe("l: [{a: 1, k: v}, b]\n");

    [Fact]
    public void Puts_what_goes_in_at_one_place_in_the_order_of_the_tree() =>
        Document.Edit("a:\n  b:\n    c: 1\n", (editor, root) =>
        {
            editor.InsertKey(root, "x", "1");
            editor.InsertKey(root["a"]!.Value["b"]!.Value, "z", "3");
            editor.InsertKey(root["a"]!.Value, "w", "2");
        }).ShouldBe("a:\n  b:\n    c: 1\n    z: \"3\"\n  w: \"2\"\nx: \"1\"\n");

    [Theory]
    [InlineData("l:\n- a\n- b\n", "l:\n- v\n")]
    [InlineData("l: [a, b]\n", "l: [v]\n")]
    [InlineData("l:\n- a\n- b", "l:\n- v")]
    public void Exchanges_all_items(string text, string expected) =>
        Document.Edit(text, (editor, root) =>
        {
            foreach (var item in root["l"]!.Value.Items)
                editor.Remove(item);
            editor.InsertItem(root["l"]!.Value, "v");
        }).ShouldBe(expected);

    [Fact]
    public void Makes_an_item_of_a_bare_dash() =>
        Document.Edit("-\n- b\n", (editor, root) =>
        {
            editor.InsertKey(root.Items.First(), "k", "v");
            editor.InsertKey(root.Items.First(), "j", "w");
        }).ShouldBe("- k: v\n  j: w\n- b\n");
}
