using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>The keys of a mapping, those that it takes in by <c>&lt;&lt;</c> included.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="within">The key it is the value of.</param>
internal sealed class MappingFields(YamlNode mapping, string within) : FieldSet
{
    /// <inheritdoc />
    public override string Within => within;

    /// <inheritdoc />
    public override IEnumerable<string> Names => mapping.Pairs.Select(pair => pair.Key).Where(key => key.IsScalar)
        .SelectMany(key => MergedKeys.IsMerge(key) ? Merged(key) : [key.Value]).Distinct(StringComparer.Ordinal);

    /// <inheritdoc />
    public override YamlNode? this[string name] => MergedKeys.Find(mapping, name)?.Resolved is { IsScalar: true } node ? node : null;

    /// <inheritdoc />
    protected override SourcePlace Add(YamlEditor editor, string name, string text, string after)
    {
        editor.InsertKey(mapping, name, text, mapping.Find(after));
        return mapping.Place;
    }

    private IEnumerable<string> Merged(YamlNode key)
    {
        var source = mapping.Pairs.First(pair => pair.Key == key).Value.Resolved;
        var sources = source.IsSequence ? source.Items.Select(item => item.Resolved) : [source];
        return sources.SelectMany(taken => taken.Pairs).Where(pair => pair.Key.IsScalar && !MergedKeys.IsMerge(pair.Key)).Select(pair => pair.Key.Value);
    }
}
