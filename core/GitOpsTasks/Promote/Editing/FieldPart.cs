using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Promote.Editing;

/// <summary>Takes single values of YAML files along.</summary>
internal static class FieldPart
{
    /// <summary>Applies it.</summary>
    /// <exception cref="TaskFailedException">GOT7106: the field is not a single value, or the target does not have it.</exception>
    public static void Apply(AppEdit edit, PromotedPart part)
    {
        var path = YamlPath.Parse(part.Field!);
        foreach (var (source, target) in PartFiles.Pairs(edit, part))
        {
            if (FindIn(source, path) is not { } value)
                continue;
            if (!value.IsScalar)
                throw Refuse(part, value.Place, "is no single value", "Promote the whole file with file:PATH, or name a field in it.");
            var file = target ?? throw Refuse(part, value.Place, $"is in '{source.Path}', and {edit.To} has no such file", "Add the file to the target once.");
            var place = FindIn(file, path) ?? throw Refuse(part, new SourcePlace(file.Path.Value), "is not in the target", "Add the field to the target once.");
            Set(edit, part, file, place, value);
        }
    }

    private static void Set(AppEdit edit, PromotedPart part, TreeFile file, YamlNode place, YamlNode value)
    {
        if (!place.IsScalar)
            throw Refuse(part, place.Place, "is no single value in the target", "Let it be one, as in the source.");
        if (place.Value == value.Value && IsText(place) == IsText(value))
            return;
        var editor = new YamlEditor(place.File);
        if (IsText(value))
            editor.Replace(place, value.Value);
        else
            editor.Replace(place, new YamlPlain(value.Value));
        edit.Fields.Add(new FieldChange(place.Place, part.Field!, AppEdit.Relative(file.Path, edit.App.Target), place.Value, value.Value));
        edit.Values.Add(new PromotedImage($"{AppEdit.Relative(file.Path, edit.App.Target)} {part.Field}", place.Value, value.Value));
        edit.Target.Set(file.Path, file with { Content = editor.Apply() });
    }

    private static YamlNode? FindIn(TreeFile file, YamlPath path) => path.FindAll(YamlFile.Parse(file.Content, file.Path.Value)).First()?.Resolved;

    private static bool IsText(YamlNode node) => node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value);

    private static TaskFailedException Refuse(PromotedPart part, SourcePlace place, string what, string advice) =>
        TaskFailedException.Findings(PromoteCodes.FieldUnusable, $"The field '{part.Field}' {what}.", advice, place);
}
