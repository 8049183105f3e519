using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>The tree of a file as plain objects that a test can change itself, to say what an edit should come to.</summary>
internal sealed class EditingModel
{
    private readonly Dictionary<int, Node> _byIndex = [];
    private readonly List<Node> _roots;

    public EditingModel(YamlFile file) => _roots = [.. file.Documents.Select(Read)];

    /// <summary>A node with its members: of a mapping, keys and values in turn.</summary>
    internal sealed class Node
    {
        public required string Text { get; set; }

        public string Head { get; set; } = "";

        public List<Node> Children { get; set; } = [];

        public override string ToString() => $"{Head}{Text}" + (Children.Count == 0 ? "" : $"({string.Join(" ", Children)})");
    }

    public Node this[YamlNode node] => _byIndex[node.Index];

    public static Node String(string text) => new() { Text = $"'{text}'" };

    public void SetString(YamlNode node, string text) => (this[node].Text, this[node].Children) = ($"'{text}'", []);

    public void SetPlain(YamlNode node, string text) => (this[node].Text, this[node].Children) = (text, []);

    public override string ToString() => string.Join("\n", _roots);

    private Node Read(YamlNode node)
    {
        var read = new Node
        {
            Head = (node.Anchor is { } anchor ? $"&{anchor} " : "") + (node.Tag is { } tag ? $"<{tag}> " : ""),
            Text = node.Kind switch
            {
                YamlKind.Mapping => "map",
                YamlKind.Sequence => "seq",
                YamlKind.Alias => "*" + node.Value,
                _ => node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value) ? $"'{node.Value}'" : node.Value,
            },
        };
        _byIndex[node.Index] = read;
        read.Children = [.. node.Children.Select(Read)];
        return read;
    }
}
