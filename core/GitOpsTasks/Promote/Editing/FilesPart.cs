using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>Takes whole files along, byte for byte; those the source does not have go from the target.</summary>
internal static class FilesPart
{
    /// <summary>Applies it.</summary>
    public static void Apply(AppEdit edit, PromotedPart part)
    {
        var kept = new HashSet<TreePath>();
        foreach (var (source, old) in PartFiles.Pairs(edit, part))
        {
            var path = PartFiles.TargetOf(edit, part, source.Path);
            kept.Add(path);
            if (old is not null && old.Content.Span.SequenceEqual(source.Content.Span))
                continue;
            Note(edit, path, old is null ? null : "old content", $"content of {edit.From}");
            edit.Target.Set(path, source with { Path = path });
        }

        foreach (var file in PartFiles.In(edit.Target, edit.App.Target, part, edit.To).Where(file => !kept.Contains(file.Path)))
        {
            Note(edit, file.Path, "content", null);
            edit.Target.Set(file.Path, null);
        }
    }

    private static void Note(AppEdit edit, TreePath path, string? old, string? @new)
    {
        edit.Fields.Add(new FieldChange(new SourcePlace(path.Value), "file", path.Name, old, @new));
        edit.Values.Add(new PromotedImage(AppEdit.Relative(path, edit.App.Target), old, @new ?? "removed"));
    }
}
