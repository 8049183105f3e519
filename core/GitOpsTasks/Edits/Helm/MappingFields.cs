using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>The keys of a mapping, those that it takes in by <c>&lt;&lt;</c> included.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="within">The key it is the value of.</param>
internal sealed class MappingFields(YamlNode mapping, string within) : FieldSet
{
    private readonly Dictionary<string, YamlNode> _values = MergedMapping.Of(mapping);

    /// <inheritdoc />
    public override string Within => within;

    /// <inheritdoc />
    public override IEnumerable<string> Names => _values.Keys;

    /// <inheritdoc />
    public override YamlNode? this[string name] => _values.TryGetValue(name, out var node) && node.IsScalar ? node : null;

    /// <inheritdoc />
    protected override SourcePlace Add(YamlEditor editor, string name, string text, string after)
    {
        editor.InsertKey(mapping, name, text, mapping.Find(after));
        return mapping.Place;
    }
}
