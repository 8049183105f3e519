using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>The edit of generating: files as the spec says, with what bump and people changed in them.</summary>
public static class GenerateEdits
{
    /// <summary>The edit for one application.</summary>
    /// <param name="app">Its spec with the env files, loaded beforehand.</param>
    /// <param name="folder">Gets <c>base</c> and <c>overlays</c>.</param>
    /// <param name="environments">The environments to write overlays for.</param>
    public static TreeEdit For(AppSpecFile app, TreePath folder, IEnumerable<string> environments) =>
        For(app, GenerateTarget.Below(folder, app.Spec.Layout, environments));

    /// <summary>The edit for one application, with overlays anywhere. It changes nothing where there are conflicts, and ends with them.</summary>
    /// <param name="app">Its spec with the env files, loaded beforehand.</param>
    /// <param name="target">Where base and overlays are.</param>
    public static TreeEdit For(AppSpecFile app, GenerateTarget target) => For(app, target, RegenerationRules.Default);

    /// <summary>The edit for one application.</summary>
    /// <param name="app">Its spec with the env files, loaded beforehand.</param>
    /// <param name="target">Where base and overlays are.</param>
    /// <param name="rules">What becomes of files that people changed.</param>
    public static TreeEdit For(AppSpecFile app, GenerateTarget target, RegenerationRules rules) => For(new GenerateJob(app, target), rules);

    /// <summary>The edit for one application whose files are worked out already.</summary>
    internal static TreeEdit For(GenerateJob job, RegenerationRules rules) => async (tree, _, cancellationToken) =>
    {
        var changes = await Regenerator.PlanAsync(job.Files.Desired, job.Target.Folder, rules with { Except = job.Untouched }, tree, cancellationToken);
        var unversioned = await OverlayKustomization.WithoutVersionAsync(job.Files.Overlays, new ChangedTree(tree, changes), cancellationToken);
        return changes with { Diagnostics = [.. job.App.Diagnostics, .. changes.Diagnostics, .. unversioned] };
    };

    /// <summary>One edit out of several that touch different files.</summary>
    public static TreeEdit Together(IReadOnlyList<TreeEdit> edits) => async (tree, plan, cancellationToken) =>
    {
        var sets = new List<ChangeSet>(edits.Count);
        foreach (var edit in edits)
            sets.Add(await edit(tree, plan, cancellationToken));
        return new ChangeSet
        {
            Files = [.. sets.SelectMany(set => set.Files).OrderBy(file => file.Path)],
            Fields = [.. sets.SelectMany(set => set.Fields)],
            Kept = [.. sets.SelectMany(set => set.Kept)],
            Conflicts = [.. sets.SelectMany(set => set.Conflicts)],
            Diagnostics = [.. sets.SelectMany(set => set.Diagnostics)],
        };
    };
}
