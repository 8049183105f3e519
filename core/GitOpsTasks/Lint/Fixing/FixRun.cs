using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>Mends the files of a work tree by what lint finds in them.</summary>
/// <param name="location">The files.</param>
/// <param name="settings">What is looked for: only that is mended.</param>
/// <param name="context">For schemas that are fetched.</param>
internal sealed class FixRun(WorkTreeLocation location, LintSettings settings, EngineContext context)
{
    // A mend can bring another to light: a document start before a comment, say. More rounds would be a circle.
    private const int Rounds = 4;

    private readonly Dictionary<TreePath, TreeFile> _before = [];

    /// <summary>Mends what can be mended, and writes it unless that is not wanted.</summary>
    public async Task<FixOutcome> RunAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var planned = await PlanAsync(cancellationToken);
        TreeEdit edit = async (tree, _, cancel) =>
        {
            var now = await tree.ReadAsync([.. _before.Keys], cancel);
            return planned with { Files = [.. planned.Files.Where(change => IsAsRead(change.Path, now))] };
        };
        var request = new CommitRequest("", edit, new Plan { MadeAt = context.Time.GetUtcNow() }, _ => "") { DryRun = dryRun };
        var outcome = await new WorkTreeRepository(location.Tree).CommitAsync(request, cancellationToken);
        return new FixOutcome(outcome.Changes, planned.Diagnostics, ChangeDiff.Render(outcome));
    }

    // A file that somebody else writes to meanwhile is theirs.
    private bool IsAsRead(TreePath path, IReadOnlyDictionary<TreePath, TreeFile> now) =>
        now.TryGetValue(path, out var file) && file.Content.Span.SequenceEqual(_before[path].Content.Span);

    private async Task<ChangeSet> PlanAsync(CancellationToken cancellationToken)
    {
        var check = LintCheck.Over(location.Paths, settings, context);
        var changes = ChangeSet.Empty;
        for (var round = 0; round < Rounds; round++)
        {
            var now = new ChangedTree(location.Tree, changes);
            var next = await MendAsync(now, await check(now, cancellationToken), cancellationToken);
            changes = new ChangeSet
            {
                Files = [.. changes.Files.Where(file => next.Files.All(newer => newer.Path != file.Path)).Concat(next.Files).OrderBy(file => file.Path)],
                Diagnostics = next.Diagnostics,
            };
            if (next.IsEmpty)
                break;
        }

        return changes;
    }

    private async Task<ChangeSet> MendAsync(ChangedTree tree, IReadOnlyList<Diagnostic> findings, CancellationToken cancellationToken)
    {
        var byFile = findings.Where(FileFix.CanMend).ToLookup(finding => TreePath.Parse(finding.Place!.File));
        var files = await tree.ReadAsync([.. byFile.Select(file => file.Key)], cancellationToken);
        var changes = new List<FileChange>();
        var refused = new List<Diagnostic>();
        foreach (var (path, file) in files.OrderBy(file => file.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _before.TryAdd(path, file);
            var (content, refusal) = FileFix.Mend(path, file.Content, [.. byFile[path]]);
            if (refusal is not null)
                refused.Add(refusal);
            else if (!content.Span.SequenceEqual(file.Content.Span))
                changes.Add(new FileChange(path, content, file.Kind));
        }

        return new ChangeSet { Files = changes, Diagnostics = refused };
    }
}
