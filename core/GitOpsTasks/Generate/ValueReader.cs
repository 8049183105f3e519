using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>Reads nodes as values: aliases as what they stand for, keys taken in by <c>&lt;&lt;</c> as if they were written there.</summary>
internal sealed class ValueReader
{
    private const int MostNodes = 1_000_000;
    private const int Deepest = 250;
    private int _nodes;

    /// <summary>The value of a node.</summary>
    /// <exception cref="TaskFailedException">GOT2002: aliases make it larger or deeper than anyone writes.</exception>
    public static YamlValue Read(YamlNode node) => new ValueReader().Of(node, depth: 0);

    private YamlValue Of(YamlNode written, int depth)
    {
        if (++_nodes > MostNodes || depth > Deepest)
            throw TaskFailedException.Findings(YamlCodes.TooLarge, "With its aliases written out, this is too large.", "Write it without aliases.", written.Place);
        var node = written.Resolved;
        if (node.IsMapping)
            return MapOf(node, depth);
        if (node.IsSequence)
            return new YamlList(node.Items.Select(item => Of(item, depth + 1)));
        if (node.IsNull)
            return new YamlPlain("null");
        var isText = node.Tag is null ? TreeShape.IsString(node) : node.TypeIn(YamlSchema.Core) == YamlScalarType.String;
        return isText ? new YamlText(node.Value) : new YamlPlain(node.Value);
    }

    private YamlMap MapOf(YamlNode node, int depth)
    {
        var map = new YamlMap();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Pairs.Where(pair => !MergedKeys.IsMerge(pair.Key)))
        {
            if (known.Add(key.Resolved.Value))
                map.Add(key.Resolved.Value, Of(value, depth + 1));
        }

        foreach (var (_, value) in node.Pairs.Where(pair => MergedKeys.IsMerge(pair.Key)))
        {
            foreach (var (key, inner) in Sources(value.Resolved).SelectMany(source => Of(source, depth + 1) is YamlMap taken ? taken : []))
            {
                if (known.Add(key))
                    map.Add(key, inner);
            }
        }

        return map;
    }

    private static IEnumerable<YamlNode> Sources(YamlNode merged) => merged.IsSequence ? merged.Items : [merged];
}
