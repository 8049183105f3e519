using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>Takes the side that has the lower of two versions to the higher one, so that the merge finds both sides the same.</summary>
/// <param name="order">Compares tags.</param>
internal sealed class HigherVersions(TagOrder order)
{
    /// <summary>The files of both sides with the higher version in each group that they would conflict in.</summary>
    public (YamlFile Ours, YamlFile Theirs) Apply(MergeSides sides)
    {
        var (ours, theirs) = (new YamlEditor(sides.Ours.File), new YamlEditor(sides.Theirs.File));
        foreach (var group in sides.Groups.Where(group => sides.ChoiceOf(group).IsConflict))
        {
            var (left, right) = (sides.Ours[group], sides.Theirs[group]);
            var compared = VersionOf(left) is { } a && VersionOf(right) is { } b ? order.Compare(a, b) : null;
            if (compared > 0)
                Set(theirs, right, left);
            else if (compared < 0)
                Set(ours, left, right);
        }

        return (Edited(ours), Edited(theirs));
    }

    // The tag; of a whole reference only where both name the same image, which makes the rest of it comparable too.
    private static string? VersionOf(IReadOnlyDictionary<string, ImageField> fields)
    {
        if (fields.FirstOrDefault(pair => ImageKeys.IsTag(pair.Key)).Value is { } tag)
            return tag.Node.Value.Split('@')[0];
        return fields.Values.FirstOrDefault()?.Node.Value is { } text && ImageReference.TryParse(text, out var image) ? image.Tag : null;
    }

    private static void Set(YamlEditor editor, IReadOnlyDictionary<string, ImageField> fields, IReadOnlyDictionary<string, ImageField> wanted)
    {
        if (NamesDiffer(fields, wanted))
            return;
        foreach (var (key, field) in wanted)
        {
            if (!fields.TryGetValue(key, out var present))
                editor.InsertKey(fields.Values.First().Mapping, key, field.Node.Value);
            else if (present.Node.Value != field.Node.Value)
                editor.Replace(present.Node, field.Node.Value);
        }

        foreach (var (key, field) in fields.Where(pair => !wanted.ContainsKey(pair.Key)))
            editor.Remove(field.Key);
    }

    private static bool NamesDiffer(IReadOnlyDictionary<string, ImageField> left, IReadOnlyDictionary<string, ImageField> right) =>
        NameOf(left) != NameOf(right);

    private static string? NameOf(IReadOnlyDictionary<string, ImageField> fields) =>
        fields.Keys.Any(ImageKeys.IsTag) || !ImageReference.TryParse(fields.Values.First().Node.Value, out var image) ? null : image.Name;

    private static YamlFile Edited(YamlEditor editor) =>
        editor.IsEmpty ? editor.File : YamlFile.Parse(editor.Apply(), editor.File.Path);
}
