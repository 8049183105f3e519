using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// Generates again over files that bumps and people changed: three-way by field, of what was generated last, what is wanted
/// now, and what the files have. A pure function of these: the same give the same bytes.
/// </summary>
internal static class Regenerator
{
    /// <summary>The changes, with what was kept and what is in conflict.</summary>
    /// <param name="desired">The files that the specs want.</param>
    /// <param name="folder">The folder whose record is used.</param>
    /// <param name="rules">How to decide.</param>
    /// <param name="tree">The files as they are.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="TaskFailedException">A file or the record cannot be read; or there are conflicts, and this is no preview.</exception>
    public static async ValueTask<ChangeSet> PlanAsync(
        IEnumerable<GeneratedFile> desired, TreePath folder, RegenerationRules rules, IConfigTree tree, CancellationToken cancellationToken)
    {
        var state = await RegenerationState.ReadAsync(desired, folder, rules, tree, cancellationToken);
        var report = new RegenerationReport();
        if (state.IsMerged)
            report.Notes.Add(Merged(state.RecordFile!.Path));
        var gone = new GoneFiles(state, rules, report);
        gone.Decide();
        new WantedFiles(state, rules, report, gone.Kept).Decide();
        if (state.Next(rules).ChangeFrom(state.RecordFile, folder) is { } change)
            report.Files.Add(change);
        return report.Finish(rules.IsPreview);
    }

    private static Diagnostic Merged(TreePath record) => Diagnostic.Note(
        RegenerationCodes.RecordMerged,
        "The record has conflict markers: what either branch wrote counts as generated, and the record is written anew.",
        "Look for markers in the other files too.",
        new SourcePlace(record.Value));
}
