using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>The edit of a promotion: what the source has on the tip it runs on, written to the target, application by application.</summary>
/// <param name="route">The way of the promotion.</param>
internal sealed class PromotionEdit(PromotionRoute route)
{
    /// <summary>What the last run came to, by application.</summary>
    public IReadOnlyList<AppChanges> Last { get; private set; } = [];

    /// <summary>The edit as repositories run it.</summary>
    public TreeEdit Edit => async (tree, _, cancellationToken) =>
    {
        var (changes, apps) = await RunAsync(route.Source ?? tree, tree, route.IsRollback, cancellationToken);
        Last = apps;
        return changes;
    };

    /// <summary>Whether a target says already all that a source does.</summary>
    /// <exception cref="TaskFailedException">As the edit.</exception>
    public async ValueTask<bool> IsDoneAsync(IConfigTree source, IConfigTree target, CancellationToken cancellationToken) =>
        (await RunAsync(route.Source ?? source, target, allowsOlder: true, cancellationToken)).Changes.IsEmpty;

    private async ValueTask<(ChangeSet Changes, IReadOnlyList<AppChanges> Apps)> RunAsync(
        IConfigTree source, IConfigTree target, bool allowsOlder, CancellationToken cancellationToken)
    {
        var from = await FolderFiles.ReadAsync(
            source, route.Apps.Select(app => app.Source), path => route.Apps.Any(app => PartFiles.IsWanted(app, app.Source, path, route.From)), cancellationToken);
        var to = await FolderFiles.ReadAsync(
            target, route.Apps.Select(app => app.Target), path => route.Apps.Any(app => PartFiles.IsWanted(app, app.Target, path, route.To)), cancellationToken);
        var before = route.Apps.SelectMany(app => to.In(app.Target)).DistinctBy(file => file.Path).ToDictionary(file => file.Path);
        var edits = route.Apps.Select(app => new AppEdit(app, route.From, route.To, from, to, allowsOlder)).ToList();
        foreach (var edit in edits)
            Apply(edit);
        var after = route.Apps.SelectMany(app => to.In(app.Target)).DistinctBy(file => file.Path).ToDictionary(file => file.Path);
        var changes = new ChangeSet
        {
            Files = [.. Changes(before, after).OrderBy(change => change.Path)],
            Fields = [.. edits.SelectMany(edit => edit.Fields)],
            Superseded = [.. edits.SelectMany(edit => edit.Superseded)],
            Diagnostics = [.. edits.SelectMany(edit => edit.Diagnostics)],
        };
        return (changes, [.. edits.Where(edit => edit.Fields.Count > 0).Select(edit => new AppChanges(edit.App.Name, [.. edit.Images], [.. edit.Values]))]);
    }

    private static void Apply(AppEdit edit)
    {
        if (edit.App.Parts.Any(part => part.Kind == PromotedKind.Images))
            ImagesPart.Apply(edit);
        foreach (var part in edit.App.Parts)
        {
            switch (part.Kind)
            {
                case PromotedKind.Charts:
                    ChartsPart.Apply(edit);
                    break;
                case PromotedKind.Field:
                    FieldPart.Apply(edit, part);
                    break;
                case PromotedKind.Files:
                    FilesPart.Apply(edit, part);
                    break;
            }
        }
    }

    private static IEnumerable<FileChange> Changes(Dictionary<TreePath, TreeFile> before, Dictionary<TreePath, TreeFile> after)
    {
        foreach (var (path, file) in after)
        {
            if (!before.TryGetValue(path, out var old) || !old.Content.Span.SequenceEqual(file.Content.Span))
                yield return new FileChange(path, file.Content, old?.Kind ?? file.Kind);
        }

        foreach (var path in before.Keys.Where(path => !after.ContainsKey(path)))
            yield return new FileChange(path, null);
    }
}
