using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>The fields of a mapping, those included that it takes in by <c>&lt;&lt;</c>: its own first, then each mapping taken in.</summary>
internal static class MappingFields
{
    // Deeper than anyone writes.
    private const int MaxDepth = 8;

    /// <summary>Keys and values; a key may come more than once, and the first counts.</summary>
    public static IEnumerable<YamlPair> Of(YamlNode mapping) => Of(mapping, 0, null);

    // What was taken in before has nothing to add; so mappings that take in each other many times end in linear time.
    private static IEnumerable<YamlPair> Of(YamlNode mapping, int depth, HashSet<YamlNode>? seen)
    {
        List<YamlNode>? merged = null;
        foreach (var pair in mapping.Pairs)
        {
            if (MergedKeys.IsMerge(pair.Key))
                (merged ??= []).Add(pair.Value.Resolved);
            else
                yield return pair;
        }

        if (merged is null || depth == MaxDepth)
            yield break;
        seen ??= [mapping];
        foreach (var source in merged.SelectMany(node => node.IsSequence ? node.Items.Select(item => item.Resolved) : [node]).Where(seen.Add))
        {
            foreach (var pair in Of(source, depth + 1, seen))
                yield return pair;
        }
    }
}
