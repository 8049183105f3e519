using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace GitOpsTasks.Reporting;

/// <summary>Differences of a file as <c>git diff</c> shows them, and as <c>git apply</c> takes them.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference; empty where there is none.</summary>
    /// <param name="path">The file's path with forward slashes.</param>
    /// <param name="old">The bytes before; null where the file is new.</param>
    /// <param name="new">The bytes after; null where the file is removed.</param>
    public static string Render(string path, ReadOnlyMemory<byte>? old, ReadOnlyMemory<byte>? @new)
    {
        var before = old.GetValueOrDefault().Span;
        var after = @new.GetValueOrDefault().Span;
        if (old.HasValue == @new.HasValue && before.SequenceEqual(after))
            return "";
        var text = new StringBuilder();
        DiffHeader.Append(text, path, old.HasValue, @new.HasValue);
        if (before.Contains((byte)0) || after.Contains((byte)0))
            return text.Append(DiffHeader.Binary(path, old.HasValue, @new.HasValue)).ToString();
        if (before.IsEmpty && after.IsEmpty)
            return text.ToString();
        DiffHeader.AppendNames(text, path, old.HasValue, @new.HasValue);
        var diff = new Differ().CreateCustomDiffs(
            DiffLines.Hold(before), DiffLines.Hold(after), ignoreWhiteSpace: false, DiffLines.Split);
        foreach (var blocks in Hunks(diff.DiffBlocks))
            AppendHunk(text, diff, blocks);
        return text.ToString();
    }

    /// <summary>Blocks whose context would touch or overlap share a hunk.</summary>
    private static List<List<DiffBlock>> Hunks(IList<DiffBlock> blocks)
    {
        var hunks = new List<List<DiffBlock>>();
        foreach (var block in blocks)
        {
            if (hunks.Count > 0 && hunks[^1][^1] is var last &&
                block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) <= 2 * Context)
                hunks[^1].Add(block);
            else
                hunks.Add([block]);
        }

        return hunks;
    }

    private static void AppendHunk(StringBuilder text, DiffResult diff, List<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var lead = Math.Min(Context, first.DeleteStartA);
        var oldStart = first.DeleteStartA - lead;
        var newStart = first.InsertStartB - lead;
        var oldEnd = Math.Min(last.DeleteStartA + last.DeleteCountA + Context, diff.PiecesOld.Length);
        var newEnd = Math.Min(last.InsertStartB + last.InsertCountB + Context, diff.PiecesNew.Length);
        text.Append("@@ -").Append(Range(oldStart, oldEnd - oldStart))
            .Append(" +").Append(Range(newStart, newEnd - newStart)).Append(" @@\n");

        var line = oldStart;
        foreach (var block in blocks)
        {
            AppendLines(text, ' ', diff.PiecesOld, line, block.DeleteStartA);
            line = block.DeleteStartA + block.DeleteCountA;
            AppendLines(text, '-', diff.PiecesOld, block.DeleteStartA, line);
            AppendLines(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
        }

        AppendLines(text, ' ', diff.PiecesOld, line, oldEnd);
    }

    // Lines count from 1; an empty range names the line before it; a count of 1 is left out.
    private static string Range(int start, int count) =>
        count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static void AppendLines(
        StringBuilder text, char sign, string[] lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            text.Append(sign).Append(DiffLines.Show(lines[i]));
            if (!lines[i].EndsWith('\n'))
                text.Append("\n\\ No newline at end of file\n");
        }
    }
}
