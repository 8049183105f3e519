using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>What people made of an object since it was generated.</summary>
/// <param name="Fields">The fields that differ.</param>
/// <param name="Place">Where the first change is; the object where only comments were added.</param>
internal sealed record HandChanges(IReadOnlyList<FieldFinding> Fields, SourcePlace Place)
{
    private const int Shown = 3;

    /// <summary>The changes; null where there are none.</summary>
    public static HandChanges? Of(CurrentObject current, YamlMap recorded)
    {
        var merge = new ThreeWayMerge(ConflictChoice.Report);
        merge.Merge(FieldSpot.Root(current.Root), recorded, recorded, current.Value);
        if (merge.Kept.Count > 0)
            return new HandChanges(merge.Kept, merge.Kept[0].Spot.Place);
        if (current.IsOneOfSeveral)
            return new HandChanges([], current.Root.Place);
        return current.Comments.Select(token => (YamlToken?)token).FirstOrDefault() is { } comment ? new HandChanges([], current.Yaml.PlaceOf(comment.Span)) : null;
    }

    /// <summary>The changes in a few words.</summary>
    public override string ToString() => Fields.Count == 0
        ? "it has more than that"
        : string.Join(", ", Fields.Take(Shown).Select(field => $"'{field.Spot.Path}'")) + (Fields.Count > Shown ? $" and {Fields.Count - Shown} more fields" : "") + " changed";
}
