using System.Text;

namespace GitOpsTasks.Status.Rendering;

/// <summary>A table whose cells have several lines, as wide as a terminal at most.</summary>
internal static class StatusGrid
{
    private const int Gap = 2;
    private const int Narrowest = 10;

    /// <summary>The table; each line ends in LF and has no trailing spaces.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">Rows of cells of lines.</param>
    /// <param name="width">The columns of the terminal; null for as wide as it takes.</param>
    public static string Render(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rows, int? width)
    {
        var widths = Enumerable.Range(0, header.Count)
            .Select(column => rows.SelectMany(row => row[column]).Append(header[column]).Max(TableCell.Width)).ToArray();
        Shrink(widths, width);
        var text = new StringBuilder();
        Append(text, header, widths);
        Append(text, [.. widths.Select(column => new string('-', column))], widths);
        foreach (var row in rows)
        {
            for (var line = 0; line < row.Max(cell => cell.Count); line++)
                Append(text, [.. row.Select(cell => line < cell.Count ? cell[line] : "")], widths);
        }

        return text.ToString();
    }

    // Takes from the widest column until all fit; what is narrower than any version stays readable and wraps.
    private static void Shrink(int[] widths, int? width)
    {
        while (width is { } most && widths.Sum() + (Gap * (widths.Length - 1)) > most && widths.Max() > Narrowest)
            widths[Array.IndexOf(widths, widths.Max())]--;
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells, int[] widths) =>
        text.Append(string.Join(new string(' ', Gap), cells.Select((cell, column) => TableCell.Fit(cell, widths[column]))).TrimEnd()).Append('\n');
}
