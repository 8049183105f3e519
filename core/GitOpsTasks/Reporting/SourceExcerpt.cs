using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>The part of a line that a finding is about, as a terminal shows it.</summary>
/// <param name="Text">The line, tabs as blanks, long ones cut around the place.</param>
/// <param name="Before">How many cells of the terminal stand before the place.</param>
/// <param name="Marked">How many cells the place takes, at least one.</param>
internal sealed record SourceExcerpt(string Text, int Before, int Marked)
{
    private const int MostCells = 120;
    private const int CellsBefore = 40;
    private const int TabWidth = 4;
    private const int LongestLine = 200_000;
    private const char Cut = '…';

    /// <summary>The excerpt; null where line or column are not known, or the line is too long to look at.</summary>
    public static SourceExcerpt? Of(Diagnostic diagnostic)
    {
        if (diagnostic is not { SourceLine: { Length: > 0 and <= LongestLine } line, Place: { Line: > 0, Column: > 0 } place })
            return null;
        var end = place.EndLine == place.Line ? place.EndColumn : place.EndLine > place.Line ? int.MaxValue : place.Column + 1;
        var cells = CellsOf(line);
        var (first, last) = (Math.Min(place.Column - 1, cells.Count), Math.Min(Math.Max(end, place.Column + 1) - 1, cells.Count));
        var from = WindowStart(cells, first);
        var text = new StringBuilder(from > 0 ? $"{Cut}" : "");
        var (before, marked, width) = (text.Length, 0, text.Length);
        for (var at = from; at < cells.Count; at++)
        {
            if (width + cells[at].Width > MostCells)
            {
                text.Append(Cut);
                break;
            }

            text.Append(cells[at].Text);
            width += cells[at].Width;
            before += at < first ? cells[at].Width : 0;
            marked += at >= first && at < last ? cells[at].Width : 0;
        }

        return new SourceExcerpt(text.ToString().TrimEnd(), before, Math.Max(1, marked));
    }

    // All of a short line; of a long one, a little of what stands before the place.
    private static int WindowStart(List<(string Text, int Width)> cells, int place)
    {
        if (cells.Sum(cell => cell.Width) <= MostCells)
            return 0;
        var (start, width) = (place, 0);
        while (start > 0 && width + cells[start - 1].Width <= CellsBefore)
            width += cells[--start].Width;
        return start;
    }

    // One for each code point: columns count those.
    private static List<(string Text, int Width)> CellsOf(string line)
    {
        var cells = new List<(string Text, int Width)>(line.Length);
        var column = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var width = rune.Value == '\t' ? TabWidth - (column % TabWidth) : CellWidth.Of(rune);
            cells.Add((rune.Value == '\t' ? new string(' ', width) : Rune.IsControl(rune) ? "�" : rune.ToString(), width));
            column += width;
        }

        return cells;
    }
}
