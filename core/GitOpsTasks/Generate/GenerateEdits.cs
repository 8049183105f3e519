using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>The edit of generating: the base as the spec says, and overlays that keep what bump and people wrote.</summary>
public static class GenerateEdits
{
    /// <summary>The edit for one application.</summary>
    /// <param name="app">Its spec with the env files, loaded beforehand.</param>
    /// <param name="folder">Gets <c>base</c> and <c>overlays</c>.</param>
    /// <param name="environments">The environments to write overlays for.</param>
    public static TreeEdit For(AppSpecFile app, TreePath folder, IEnumerable<string> environments) =>
        For(app, GenerateTarget.Below(folder, app.Spec.Layout, environments));

    /// <summary>The edit for one application, with overlays anywhere.</summary>
    /// <param name="app">Its spec with the env files, loaded beforehand.</param>
    /// <param name="target">Where base and overlays are.</param>
    public static TreeEdit For(AppSpecFile app, GenerateTarget target) => For(app, new AppFiles(app, target));

    /// <summary>The edit for one application whose files are worked out already.</summary>
    internal static TreeEdit For(AppSpecFile app, AppFiles wanted) =>
        async (tree, _, cancellationToken) =>
        {
            var current = await CurrentAsync(tree, wanted, cancellationToken);
            var files = new List<FileChange>();
            files.AddRange(wanted.Generated.Select(file => Change(file, current.GetValueOrDefault(file.Path))).OfType<FileChange>());
            files.AddRange(Obsolete(wanted, current));
            var removed = files.Where(file => file.Content is null).Select(file => file.Path).ToHashSet();
            var there = current.Keys.Concat(wanted.Paths).Except(removed).ToHashSet();
            var diagnostics = new List<Diagnostic>(app.Diagnostics);
            foreach (var overlay in wanted.Overlays)
            {
                var kustomization = OverlayKustomization.For(
                    overlay, current.GetValueOrDefault(overlay.Kustomization), name => AppObjects.CanBeFile(name) && !there.Contains(overlay.Folder.Combine(name)));
                if (kustomization.Change is { } change)
                    files.Add(change);
                diagnostics.AddRange(kustomization.Diagnostics);
            }

            return new ChangeSet { Files = [.. files.OrderBy(file => file.Path)], Diagnostics = diagnostics };
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
            Diagnostics = [.. sets.SelectMany(set => set.Diagnostics)],
        };
    };

    // Files beside those wanted are read too: what this task wrote before and no longer wants is among them.
    private static async Task<IReadOnlyDictionary<TreePath, TreeFile>> CurrentAsync(IConfigTree tree, AppFiles wanted, CancellationToken cancellationToken)
    {
        var paths = new HashSet<TreePath>(wanted.Paths);
        foreach (var folder in wanted.Folders)
        {
            var entries = await tree.ListAsync(folder, cancellationToken);
            paths.UnionWith(entries.Where(entry => entry.IsFile && AppObjects.CanBeFile(entry.Path.Name)).Select(entry => entry.Path));
        }

        return await tree.ReadAsync([.. paths], cancellationToken);
    }

    private static IEnumerable<FileChange> Obsolete(AppFiles wanted, IReadOnlyDictionary<TreePath, TreeFile> current)
    {
        var kept = wanted.Paths.ToHashSet();
        return current.Values.Where(file => !kept.Contains(file.Path) && GeneratedFile.IsOurs(file)).Select(file => new FileChange(file.Path, null));
    }

    private static FileChange? Change(GeneratedFile file, TreeFile? current)
    {
        var content = file.Content;
        if (current is null)
            return new FileChange(file.Path, content);
        if (current.Content.Span.SequenceEqual(content))
            return null;
        return GeneratedFile.IsOurs(current)
            ? new FileChange(file.Path, content, current.Kind)
            : throw TaskFailedException.Findings(
                GenerateCodes.NotGenerated,
                $"'{file.Path}' was not generated and would be overwritten.",
                "Move or remove it; what it adds to the generated objects can be a patch of another name in an overlay.",
                new SourcePlace(file.Path.Value, 1, 1));
    }
}
