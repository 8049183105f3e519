using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Where a field is, or would be, in the file as it is now.</summary>
/// <param name="Path">Its path in the object.</param>
/// <param name="Field">The key it stands below; empty for items of lists.</param>
/// <param name="Node">Its node; null where the file does not have it.</param>
/// <param name="Near">The innermost node around it that the file has.</param>
internal sealed record FieldSpot(string Path, string Field, YamlNode? Node, YamlNode Near)
{
    /// <summary>The list that the field is an item of; empty for others.</summary>
    public string ItemOf { get; init; } = "";

    /// <summary>Line and column of the current value.</summary>
    public SourcePlace Place => Near.Place;

    /// <summary>The spot of an object.</summary>
    public static FieldSpot Root(YamlNode node) => new("", "", node, node);

    /// <summary>The spot of a key below.</summary>
    public FieldSpot Key(string key) => new(FieldPath.Key(Path, key), key, Below(key), Below(key) ?? Near);

    /// <summary>The spot of an item.</summary>
    /// <param name="label">What the item goes by in paths.</param>
    /// <param name="index">Its place in the current list; -1 where it is not there.</param>
    public FieldSpot Item(string label, int index)
    {
        var items = Node?.Resolved is { IsSequence: true } list && index >= 0 ? list.Items.Skip(index).Take(1).ToList() : [];
        return new FieldSpot(Path + label, "", items.Count > 0 ? items[0] : null, items.Count > 0 ? items[0] : Near) { ItemOf = Field };
    }

    private YamlNode? Below(string key) => Node?.Resolved.Find(key)?.Value;
}
