using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// Makes one recorded object out of two that were generated on different branches: a field that has what either of them
/// wrote was changed by nobody.
/// </summary>
internal static class EitherSide
{
    /// <summary>The object that the file is compared with.</summary>
    /// <param name="ours">What one branch generated; null where nothing.</param>
    /// <param name="theirs">What the other generated.</param>
    /// <param name="current">What the file has.</param>
    /// <param name="field">The key the value stands below.</param>
    public static YamlValue? Of(YamlValue? ours, YamlValue? theirs, YamlValue? current, string field) => (ours, theirs, current) switch
    {
        _ when FieldValues.Same(theirs, current, field) => theirs,
        _ when FieldValues.Same(ours, current, field) => ours,
        (YamlMap a, YamlMap b, YamlMap c) => MapOf(a, b, c),
        (YamlList a, YamlList b, YamlList c) => ListOf(a, b, c, field),
        _ => ours ?? theirs,
    };

    private static YamlMap MapOf(YamlMap ours, YamlMap theirs, YamlMap current)
    {
        var (a, b, c) = (ours.ByKey(), theirs.ByKey(), current.ByKey());
        var map = new YamlMap();
        foreach (var key in a.Keys.Union(b.Keys, StringComparer.Ordinal))
            map.Add(key, Of(a.GetValueOrDefault(key), b.GetValueOrDefault(key), c.GetValueOrDefault(key), key));
        return map;
    }

    private static YamlList ListOf(YamlList ours, YamlList theirs, YamlList current, string field)
    {
        if (ListKey.Of(field, ours, theirs, current) is not { } key)
            return ours;
        var (a, b, c) = (ById(ours), ById(theirs), ById(current));
        return new YamlList(a.Keys.Union(b.Keys, StringComparer.Ordinal).Select(id => Of(a.GetValueOrDefault(id), b.GetValueOrDefault(id), c.GetValueOrDefault(id), "")).OfType<YamlValue>());

        Dictionary<string, YamlValue> ById(YamlList list) => list.ToDictionary(item => key.IdOf(item)!, StringComparer.Ordinal);
    }
}
