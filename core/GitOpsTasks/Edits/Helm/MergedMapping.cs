using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>
/// The keys of a mapping with those that it takes in by <c>&lt;&lt;</c>: own keys win, then the mapping taken in first. Each mapping
/// is read once however often it is taken in, and no more of them than anyone writes.
/// </summary>
internal static class MergedMapping
{
    private const int MaxMappings = 100;

    /// <summary>The values, through aliases, by their keys; empty where the node is no mapping.</summary>
    public static Dictionary<string, YamlNode> Of(YamlNode node)
    {
        var values = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        Add(node.Resolved, values, []);
        return values;
    }

    private static void Add(YamlNode mapping, Dictionary<string, YamlNode> values, HashSet<YamlNode> read)
    {
        if (!mapping.IsMapping || read.Count == MaxMappings || !read.Add(mapping))
            return;
        foreach (var (key, value) in mapping.Pairs)
        {
            if (key.IsScalar && !MergedKeys.IsMerge(key))
                values.TryAdd(key.Value, value.Resolved);
        }

        foreach (var (_, value) in mapping.Pairs.Where(pair => MergedKeys.IsMerge(pair.Key)))
        {
            if (value.Resolved.IsMapping)
                Add(value.Resolved, values, read);
            foreach (var source in value.Resolved.Items)
                Add(source.Resolved, values, read);
        }
    }
}
