using System.Text;
using DiffPlex;
using DiffPlex.Model;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>Whether a forge would merge files without a conflict: as git decides it, by lines.</summary>
internal static class LineMerge
{
    /// <summary>Whether one of some files, which both sides changed, conflicts.</summary>
    public static async Task<bool> ConflictsAsync(
        IReadOnlyCollection<TreePath> paths, IConfigTree ancestor, IConfigTree ours, IConfigTree theirs, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
            return false;
        var before = await ancestor.ReadAsync(paths, cancellationToken);
        var left = await ours.ReadAsync(paths, cancellationToken);
        var right = await theirs.ReadAsync(paths, cancellationToken);
        return paths.Any(path => Conflicts(before.GetValueOrDefault(path), left.GetValueOrDefault(path), right.GetValueOrDefault(path)));
    }

    // What one side removed and the other changed conflicts, and so do links and submodules, which are no files here.
    private static bool Conflicts(TreeFile? before, TreeFile? left, TreeFile? right)
    {
        if (left is null || right is null)
            return true;
        if (left.Content.Span.SequenceEqual(right.Content.Span))
            return false;
        if (before is null || Array.Exists([before, left, right], file => file.Content.Span.Contains((byte)0)))
            return true;
        return Conflicts(Text(before), Text(left), Text(right));
    }

    /// <summary>Whether two changes of a text touch the same lines, or lines next to each other, and are not the same.</summary>
    internal static bool Conflicts(string before, string left, string right)
    {
        var ours = Diff(before, left);
        var theirs = Diff(before, right);
        return ours.DiffBlocks.Any(our => theirs.DiffBlocks.Any(their => Touch(our, their) && !IsSame(our, ours, their, theirs)));
    }

    private static bool Touch(DiffBlock one, DiffBlock other) =>
        one.DeleteStartA + one.DeleteCountA >= other.DeleteStartA && other.DeleteStartA + other.DeleteCountA >= one.DeleteStartA;

    private static bool IsSame(DiffBlock one, DiffResult ones, DiffBlock other, DiffResult others) =>
        one.DeleteStartA == other.DeleteStartA && one.DeleteCountA == other.DeleteCountA
        && Inserted(one, ones).SequenceEqual(Inserted(other, others), StringComparer.Ordinal);

    private static IEnumerable<string> Inserted(DiffBlock block, DiffResult diff) => diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB);

    private static DiffResult Diff(string before, string after) =>
        new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, text => text.Split('\n'));

    // A character for each byte, whatever the encoding.
    private static string Text(TreeFile file) => Encoding.Latin1.GetString(file.Content.Span);
}
