namespace GitOpsTasks.Yaml;

/// <summary>Keys of mappings that take in others by YAML 1.1's <c>&lt;&lt;</c>: own keys win, then the mapping taken in first.</summary>
internal static class MergedKeys
{
    // Mappings that take in mappings that take in mappings: deeper than anyone writes, and an end to those that take in themselves.
    private const int MaxDepth = 8;
    private const string MergeKey = "<<";

    /// <summary>The value of a key in a mapping or alias, as written; null where there is none.</summary>
    public static YamlNode? Find(YamlNode node, string key)
    {
        HashSet<YamlNode>? seen = null;
        return Find(node, key, MaxDepth, ref seen);
    }

    /// <summary>The value of a key that the mapping itself has.</summary>
    public static YamlNode? FindOwn(YamlNode mapping, ReadOnlySpan<char> key)
    {
        var end = mapping.NextIndex;
        for (var at = mapping.Index + 1; at < end;)
        {
            var name = new YamlNode(mapping.File, at);
            var value = new YamlNode(mapping.File, name.NextIndex);
            if (name.Resolved.ValueIs(key))
                return value;
            at = value.NextIndex;
        }

        return null;
    }

    /// <summary>Whether a key takes in another mapping.</summary>
    public static bool IsMerge(YamlNode key) =>
        key.IsScalar && key.Style == YamlStyle.Plain && key.Span.Length == MergeKey.Length && key.ValueIs(MergeKey) && key.Tag is null;

    // A mapping that was looked into in vain is not looked into again, or lists of lists of the same would take for ever.
    private static YamlNode? Find(YamlNode node, string key, int depth, ref HashSet<YamlNode>? seen)
    {
        var mapping = node.Resolved;
        if (!mapping.IsMapping || depth == 0)
            return null;
        if (FindOwn(mapping, key) is { } own)
            return own;
        if (FindOwn(mapping, MergeKey)?.Resolved is not { } merged)
            return null;
        if (merged.IsMapping)
            return Find(merged, key, depth - 1, ref seen);
        foreach (var source in merged.Items)
        {
            if ((seen ??= []).Add(source.Resolved) && Find(source, key, depth - 1, ref seen) is { } found)
                return found;
        }

        return null;
    }
}
