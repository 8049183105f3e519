using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>Schemas read from a document: a CustomResourceDefinition's or JSON Schema's, of which JSON is YAML.</summary>
public sealed class WrittenSchemas : SchemaGraph
{
    private const int MostReferences = 16;

    private readonly List<SchemaNode> _nodes = [];
    private readonly Dictionary<YamlNode, int> _read = [];
    private readonly YamlNode _document;
    private readonly SchemaDialect _dialect;

    private WrittenSchemas(YamlNode document, SchemaDialect dialect)
    {
        _document = document;
        _dialect = dialect;
    }

    /// <inheritdoc />
    public override SchemaNode this[int index] => _nodes[index];

    /// <summary>Reads a schema with all it contains.</summary>
    /// <param name="schema">Its mapping.</param>
    /// <param name="dialect">What it leaves unsaid.</param>
    /// <param name="source">Where it is from, for messages.</param>
    public static KindSchema Read(YamlNode schema, SchemaDialect dialect, string source)
    {
        var schemas = new WrittenSchemas(schema, dialect);
        var root = schemas[schemas.Add(schema)];
        return dialect is SchemaDialect.JsonSchema or SchemaDialect.GoStruct
            ? new KindSchema(schemas, root, source)
            : new KindSchema(schemas, WithoutOwn(root), source) { IsCustom = true };
    }

    // A definition says no more of metadata than that it is a mapping; API servers know the rest.
    private static SchemaNode WithoutOwn(SchemaNode root) => root with
    {
        Properties = root.Properties.Where(pair => pair.Key is not ("apiVersion" or "kind" or "metadata")).ToDictionary(StringComparer.Ordinal),
    };

    private int Add(YamlNode written)
    {
        var node = Follow(written.Resolved);
        if (_read.TryGetValue(node, out var known))
            return known;
        var index = _nodes.Count;
        _read.Add(node, index);
        _nodes.Add(SchemaNode.Anything);
        if (node.IsMapping)
            _nodes[index] = new SchemaNodeReader(node, _dialect, Add).Read();
        return index;
    }

    // Only references inside the document; what lies outside is not read, so anything goes there.
    private YamlNode Follow(YamlNode node)
    {
        for (var count = 0; count < MostReferences && node.IsMapping && node.Text("$ref") is { } reference; count++)
        {
            YamlNode? target = reference.StartsWith('#') ? _document : null;
            foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
                target = target?[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            if (target is not { } found)
                break;
            node = found;
        }

        return node;
    }
}
