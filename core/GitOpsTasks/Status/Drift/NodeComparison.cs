using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>Compares two documents by what they mean: order of keys, quotes and comments do not count.</summary>
/// <param name="from">The environment before.</param>
/// <param name="to">The one after it.</param>
/// <param name="ignored">Fields that may differ.</param>
/// <param name="isSecret">Whether no value may be told.</param>
/// <param name="found">Takes what differs.</param>
internal sealed class NodeComparison(ComparedSide from, ComparedSide to, IgnoredFields ignored, bool isSecret, DifferenceList found)
{
    private const int Deepest = 200;

    /// <summary>Compares the roots and all below.</summary>
    public void Compare(YamlNode left, YamlNode right) => Compare(left, right, "", 0);

    private void Compare(YamlNode left, YamlNode right, string field, int depth)
    {
        if (ignored.Match(field) || depth > Deepest || !found.TryVisit())
            return;
        var (one, other) = (left.Resolved, right.Resolved);
        if (one.IsMapping && other.IsMapping)
            CompareKeys(one, other, field, depth);
        else if (one.IsSequence && other.IsSequence)
            CompareItems(one, other, field, depth);
        else if (!AreSame(one, other))
            Add(field, one, other, one, other);
    }

    private void CompareKeys(YamlNode left, YamlNode right, string field, int depth)
    {
        foreach (var pair in left.Pairs)
        {
            var below = Below(field, pair.Key.Value);
            if (right.Find(pair.Key.Value) is { } other)
                Compare(pair.Value, other.Value, below, depth + 1);
            else
                Add(below, pair.Value.Resolved, null, pair.Value, right);
        }

        foreach (var pair in right.Pairs.Where(pair => left.Find(pair.Key.Value) is null))
            Add(Below(field, pair.Key.Value), null, pair.Value.Resolved, left, pair.Value);
    }

    private void CompareItems(YamlNode left, YamlNode right, string field, int depth)
    {
        foreach (var (name, one, other) in ItemPairs.Of(left, right, from, to))
        {
            if (one is { } a && other is { } b)
                Compare(a, b, Below(field, name), depth + 1);
            else
                Add(Below(field, name), one?.Resolved, other?.Resolved, one ?? left, other ?? right);
        }
    }

    private bool AreSame(YamlNode left, YamlNode right) =>
        left.IsScalar && right.IsScalar && from.Neutral(left.Value) == to.Neutral(right.Value) && IsText(left) == IsText(right);

    private static bool IsText(YamlNode node) => node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value);

    private void Add(string field, YamlNode? left, YamlNode? right, YamlNode leftPlace, YamlNode rightPlace)
    {
        if (ignored.Match(field) || IsPromoted(left, from) || IsPromoted(right, to))
            return;
        found.Add(new DriftDifference(field, Side(left, leftPlace, field), Side(right, rightPlace, field)));
    }

    private static bool IsPromoted(YamlNode? node, ComparedSide side) => node is { IsScalar: true } scalar && side.IsPromoted(scalar);

    private DriftSide Side(YamlNode? node, YamlNode at, string field)
    {
        var place = at.Place;
        return new DriftSide(place.File, place.Line, place.Column, node is { } value ? ShownValue.Of(value, field, isSecret) : null);
    }

    // A JSON pointer (RFC 6901), except that items have their names.
    private static string Below(string field, string key) =>
        $"{field}/{ShownLine.Of(key).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
