using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What tells the items of a list apart, wherever they stand.</summary>
/// <param name="Fields">The fields of an item that do; none for texts, which are told apart by themselves.</param>
internal sealed record ListKey(IReadOnlyList<string> Fields)
{
    private static readonly ListKey s_ofTexts = new([]);

    /// <summary>The key that tells all items of some versions of a list apart; null where there is none, and the order counts.</summary>
    /// <param name="field">The key that the list stands below.</param>
    /// <param name="lists">The versions.</param>
    public static ListKey? Of(string field, params ReadOnlySpan<YamlList?> lists)
    {
        var (texts, maps, others) = (0, 0, 0);
        foreach (var list in lists)
        {
            foreach (var item in list ?? [])
                (texts, maps, others) = item switch
                {
                    YamlText or YamlPlain => (texts + 1, maps, others),
                    YamlMap => (texts, maps + 1, others),
                    _ => (texts, maps, others + 1),
                };
        }

        if (others > 0 || (texts > 0 && maps > 0))
            return null;
        if (maps == 0)
            return ListKeys.IsSet(field) && s_ofTexts.Separates(lists) ? s_ofTexts : null;
        return First(ListKeys.For(field), lists) is { } key && (!ListKeys.IsOrdered(field) || key.IsInOneOrder(lists)) ? key : null;
    }

    /// <summary>The key by which Kubernetes merges a patch into a list; null where it replaces the list.</summary>
    /// <param name="field">The key that the list stands below.</param>
    /// <param name="lists">The list as it is, and as it should be.</param>
    public static ListKey? OfPatch(string field, params ReadOnlySpan<YamlList?> lists) => First(ListKeys.ForPatch(field), lists);

    private static ListKey? First(IEnumerable<string> candidates, ReadOnlySpan<YamlList?> lists)
    {
        foreach (var candidate in candidates)
        {
            var key = new ListKey(candidate.Split('+'));
            if (key.Separates(lists))
                return key;
        }

        return null;
    }

    /// <summary>The names of the fields.</summary>
    public IEnumerable<string> Names => Fields.Select(name => name.TrimEnd('?'));

    /// <summary>What an item goes by; null where it lacks a field.</summary>
    public string? IdOf(YamlValue item)
    {
        if (Fields.Count == 0)
            return Normal(item.Scalar()!);
        var parts = Fields.Select(field => PartOf(item, field)).ToList();
        return parts.Contains(null) || parts.TrueForAll(part => part!.Length == 0) ? null : string.Join('\n', parts);
    }

    private static string? PartOf(YamlValue item, string field)
    {
        var name = field.TrimEnd('?');
        YamlValue? value = item;
        foreach (var key in name.Split('.'))
            value = (value as YamlMap)?.At(key);
        return value switch
        {
            null when name == "protocol" => "TCP",
            null => name == field ? null : "",
            _ when name == "path" => Normal(value.Scalar() ?? ""),
            _ => value.Scalar(),
        };
    }

    // kustomize reads ./a and a/ as a.
    private static string Normal(string text) =>
        (text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text) is { Length: > 1 } path ? path.TrimEnd('/') : text;

    // Whether items can be merged one by one, and be in the order that each version has.
    private bool IsInOneOrder(ReadOnlySpan<YamlList?> lists)
    {
        var versions = new List<List<string>>();
        foreach (var list in lists)
        {
            List<string> ids = [.. (list ?? []).Select(item => IdOf(item)!)];
            if (ids.Count > 0 && versions.Exists(other => other[0] != ids[0] || !other.Intersect(ids).SequenceEqual(ids.Intersect(other))))
                return false;
            if (ids.Count > 0)
                versions.Add(ids);
        }

        return true;
    }

    private bool Separates(ReadOnlySpan<YamlList?> lists)
    {
        foreach (var list in lists)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var item in list ?? [])
            {
                if (IdOf(item) is not { } id || !ids.Add(id))
                    return false;
            }
        }

        return true;
    }
}
