using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>Which item of one list stands for which of another.</summary>
internal static class ItemPairs
{
    /// <summary>
    /// The items with what names them: mappings by their name where all have one, single values by themselves where only some are
    /// on one side alone, everything else by number.
    /// </summary>
    public static IReadOnlyList<(string Name, YamlNode? Left, YamlNode? Right)> Of(YamlNode left, YamlNode right, ComparedSide from, ComparedSide to)
    {
        var (lefts, rights) = (left.Items.Select(item => item.Resolved).ToList(), right.Items.Select(item => item.Resolved).ToList());
        if (NamesOf(lefts, from) is { } leftNames && NamesOf(rights, to) is { } rightNames)
            return ByName(lefts, leftNames, rights, rightNames);
        var (leftTexts, rightTexts) = (TextsOf(lefts, from), TextsOf(rights, to));
        if (leftTexts is not null && rightTexts is not null && !leftTexts.Order(StringComparer.Ordinal).SequenceEqual(rightTexts.Order(StringComparer.Ordinal)))
            return Alone(lefts, leftTexts, rights, rightTexts);
        return [.. Enumerable.Range(0, Math.Max(lefts.Count, rights.Count))
            .Select(at => ($"{at}", at < lefts.Count ? lefts[at] : (YamlNode?)null, at < rights.Count ? rights[at] : (YamlNode?)null))];
    }

    private static List<(string, YamlNode?, YamlNode?)> ByName(List<YamlNode> lefts, List<string> leftNames, List<YamlNode> rights, List<string> rightNames)
    {
        var pairs = new List<(string, YamlNode?, YamlNode?)>();
        for (var at = 0; at < lefts.Count; at++)
            pairs.Add((leftNames[at], lefts[at], rightNames.IndexOf(leftNames[at]) is var other and >= 0 ? rights[other] : null));
        for (var at = 0; at < rights.Count; at++)
        {
            if (!leftNames.Contains(rightNames[at]))
                pairs.Add((rightNames[at], null, rights[at]));
        }

        return pairs;
    }

    // Lists such as resources, where one more in front would make all others differ.
    private static List<(string, YamlNode?, YamlNode?)> Alone(List<YamlNode> lefts, List<string> leftTexts, List<YamlNode> rights, List<string> rightTexts)
    {
        var pairs = new List<(string, YamlNode?, YamlNode?)>();
        var left = new List<string>(rightTexts);
        for (var at = 0; at < lefts.Count; at++)
        {
            if (!left.Remove(leftTexts[at]))
                pairs.Add(($"{at}", lefts[at], null));
        }

        left = [.. leftTexts];
        for (var at = 0; at < rights.Count; at++)
        {
            if (!left.Remove(rightTexts[at]))
                pairs.Add(($"{at}", null, rights[at]));
        }

        return pairs;
    }

    private static List<string>? NamesOf(List<YamlNode> items, ComparedSide side)
    {
        var names = items.Select(item => item.IsMapping && item.Text("name") is { Length: > 0 } name ? side.Neutral(name) : null).OfType<string>().ToList();
        return names.Count == items.Count && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : null;
    }

    private static List<string>? TextsOf(List<YamlNode> items, ComparedSide side) =>
        items.TrueForAll(item => item.IsScalar) ? [.. items.Select(item => side.Neutral(item.Value))] : null;
}
