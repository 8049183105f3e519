using GitOpsTasks.Config;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>The files that a part of a promotion is about.</summary>
internal static class PartFiles
{
    /// <summary>Each file of the source with what it is in the target; null where there is none.</summary>
    public static IEnumerable<(TreeFile Source, TreeFile? Target)> Pairs(AppEdit edit, PromotedPart part)
    {
        var targets = edit.Target.In(edit.App.Target).ToDictionary(file => file.Path);
        return In(edit.Source, edit.App.Source, part, edit.From)
            .Select(file => (file, targets.GetValueOrDefault(TargetOf(edit, part, file.Path)))).ToList();
    }

    /// <summary>The files of one environment.</summary>
    public static IEnumerable<TreeFile> In(FolderFiles files, TreePath folder, PromotedPart part, string environment)
    {
        var pattern = PatternOf(part, environment);
        return [.. files.In(folder).Where(file => pattern.Match(AppEdit.Relative(file.Path, folder)))];
    }

    /// <summary>Where a file of the source is in the target.</summary>
    public static TreePath TargetOf(AppEdit edit, PromotedPart part, TreePath source)
    {
        var relative = AppEdit.Relative(source, edit.App.Source);
        return edit.App.Target.Combine(part.Name!.Contains(PromotedPart.EnvironmentPlaceholder, StringComparison.Ordinal)
            ? relative.Replace(edit.From, edit.To, StringComparison.Ordinal)
            : relative);
    }

    /// <summary>Whether a file of an environment's folder is read for one of the parts.</summary>
    public static bool IsWanted(PromotedApp app, TreePath folder, TreePath path, string environment) =>
        path.IsIn(folder) && app.Parts.Any(part => part.Kind is PromotedKind.Files or PromotedKind.Field
            && PatternOf(part, environment).Match(AppEdit.Relative(path, folder)));

    private static PathPatterns PatternOf(PromotedPart part, string environment) =>
        new(["/" + part.Name!.Replace(PromotedPart.EnvironmentPlaceholder, environment, StringComparison.Ordinal)]);
}
