using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>A node that was read, as a value to be written.</summary>
internal static class NodeValue
{
    /// <summary>The value; styles, comments and anchors are gone.</summary>
    public static YamlValue Of(YamlNode node)
    {
        var resolved = node.Resolved;
        if (resolved.IsSequence)
            return new YamlList(resolved.Items.Select(Of));
        if (!resolved.IsMapping)
            return resolved.TypeIn(YamlSchema.Yaml11) is null or YamlScalarType.String ? new YamlText(resolved.Value) : new YamlPlain(resolved.Value);
        var map = new YamlMap();
        foreach (var (key, value) in resolved.Pairs)
            map.Add(key.Resolved.Value, Of(value));
        return map;
    }
}
