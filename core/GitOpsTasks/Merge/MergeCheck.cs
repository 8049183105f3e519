using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>Reads the result of a merge again: every image in it has to be what was decided.</summary>
internal static class MergeCheck
{
    /// <summary>Whether a result without conflicts holds what was decided.</summary>
    /// <param name="content">The result.</param>
    /// <param name="sides">The versions that were merged.</param>
    /// <param name="named">Looks only at places that go by names, not at those that go by their position in a list.</param>
    public static bool Holds(ReadOnlyMemory<byte> content, MergeSides sides, bool named)
    {
        var file = YamlFile.Parse(content, sides.Base.File.Path);
        if (!file.IsValid)
            return false;
        var merged = ImageFieldSet.Of(file);
        return sides.Groups.Concat(merged.Groups.Keys).Distinct(StringComparer.Ordinal)
            .Where(group => !named || !ImageFieldSet.IsByPosition(group))
            .All(group => sides.ChoiceOf(group).Values is { } values && GroupChoice.Same(values, GroupChoice.ValuesOf(merged[group])));
    }
}
