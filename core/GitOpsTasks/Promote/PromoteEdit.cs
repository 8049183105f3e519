using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>The edit of a promotion: the versions the source has on the tip it runs on, written to the target.</summary>
public static class PromoteEdit
{
    /// <summary>An edit from one folder to another.</summary>
    /// <param name="source">The folder of the source environment.</param>
    /// <param name="target">The folder of the target environment.</param>
    public static TreeEdit Between(TreePath source, TreePath target) => async (tree, _, cancellationToken) =>
    {
        var versions = await EnvironmentImages.VersionsAsync(tree, source, cancellationToken);
        var files = await EnvironmentImages.ReadAsync(tree, target, cancellationToken);
        var edits = files.Where(file => file.Sites.Count > 0).Select(file => ImageFileEdit.Of(file.File, versions, ImageEditRules.Default)).ToList();
        if (!edits.Any(edit => edit.Matched.Count > 0))
        {
            throw TaskFailedException.Findings(
                PromoteCodes.TargetEmpty,
                $"'{target}' names none of the images of '{source}'.",
                "Give its kustomization an images entry of the same name.");
        }

        return new ChangeSet
        {
            Files = [.. edits.Select(edit => edit.Change).OfType<FileChange>()],
            Fields = [.. edits.SelectMany(edit => edit.Fields)],
            Diagnostics = [.. edits.SelectMany(edit => edit.Diagnostics)],
        };
    };
}
