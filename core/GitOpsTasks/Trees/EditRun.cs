using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>One run of an edit on one snapshot, past its gate: what every repository does before it writes.</summary>
/// <param name="Changes">What the edit wants, without files that would stay as they are.</param>
/// <param name="Before">The files it changes, as they are.</param>
/// <param name="GateFindings">What the gate found, all of it short of an error.</param>
public sealed record EditRun(
    ChangeSet Changes, IReadOnlyDictionary<TreePath, TreeFile> Before, IReadOnlyList<Diagnostic> GateFindings)
{
    /// <summary>Runs the edit of a request and its gate.</summary>
    /// <exception cref="TaskFailedException">The edit was refused, or the gate found an error.</exception>
    public static async Task<EditRun> OnAsync(IConfigTree tree, CommitRequest request, CancellationToken cancellationToken)
    {
        var wanted = await request.Edit(tree, request.Plan, cancellationToken);
        var before = await tree.ReadAsync([.. wanted.Files.Select(change => change.Path)], cancellationToken);
        var changes = wanted with { Files = [.. wanted.Files.Where(change => Differs(change, before)).OrderBy(change => change.Path)] };
        if (changes.IsEmpty || request.Gate is null)
            return new EditRun(changes, before, []);
        var findings = await request.Gate(new ChangedTree(tree, changes), cancellationToken);
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            var verdict = Diagnostic.Error(
                TreeCodes.GateFailed, "The change was not written, for the result would have errors.", "Correct the findings above first.");
            throw new TaskFailedException(ExitCode.Findings, [.. findings, verdict]);
        }

        return new EditRun(changes, before, findings);
    }

    /// <summary>The outcome of a run that wrote nothing.</summary>
    public CommitOutcome Unwritten(string revision, int attempts = 1) => new(Changes, revision)
    {
        Attempts = attempts,
        GateFindings = GateFindings,
        Before = Before,
    };

    /// <summary>Whether a tree has the changes already.</summary>
    public async Task<bool> IsAppliedToAsync(IConfigTree tree, CancellationToken cancellationToken)
    {
        var there = await tree.ReadAsync([.. Changes.Files.Select(change => change.Path)], cancellationToken);
        return Changes.Files.All(change => !Differs(change, there));
    }

    private static bool Differs(FileChange change, IReadOnlyDictionary<TreePath, TreeFile> before) =>
        before.TryGetValue(change.Path, out var file)
            ? change.Content is not { } content || !content.Span.SequenceEqual(file.Content.Span)
            : change.Content is not null;
}
