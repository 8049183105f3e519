using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>The fields of a mapping, those included that it takes in by <c>&lt;&lt;</c>: its own first, then each mapping taken in.</summary>
internal static class MappingFields
{
    // Deeper than anyone writes, and an end to mappings that take in themselves.
    private const int MaxDepth = 8;

    /// <summary>Keys and values; a key may come more than once, and the first counts.</summary>
    public static IEnumerable<YamlPair> Of(YamlNode mapping, int depth = 0)
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
        foreach (var source in merged.SelectMany(node => node.IsSequence ? node.Items.Select(item => item.Resolved) : [node]))
        {
            foreach (var pair in Of(source, depth + 1))
                yield return pair;
        }
    }
}
