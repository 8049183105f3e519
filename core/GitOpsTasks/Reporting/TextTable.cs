using System.Text;

namespace GitOpsTasks.Reporting;

/// <summary>A table in plain text: a header, and columns as wide as their widest cell.</summary>
public static class TextTable
{
    /// <summary>The lines of the table, each ending in LF, without trailing spaces.</summary>
    public static string Render(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, header.Count)
            .Select(column => rows.Select(row => row[column].Length).Prepend(header[column].Length).Max())
            .ToList();
        var text = new StringBuilder();
        AppendRow(text, header, widths);
        AppendRow(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in rows)
            AppendRow(text, row, widths);
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells, List<int> widths)
    {
        var line = string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column])));
        text.Append(line.TrimEnd()).Append('\n');
    }
}
