using System.Text;

namespace GitOpsTasks.Cli;

/// <summary>A titled list of a help page, in two columns.</summary>
internal static class HelpSection
{
    private const int PageWidth = 100;
    private const int WidestLabel = 32;

    /// <summary>Appends the section; nothing where it has no rows.</summary>
    public static void Append(StringBuilder page, string title, IEnumerable<HelpRow> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        page.Append('\n').Append(title).Append(":\n");
        var width = list.Select(row => row.Label.Length).Where(length => length <= WidestLabel).DefaultIfEmpty(8).Max();
        foreach (var (label, text) in list)
            AppendRow(page, label, text, width);
    }

    private static void AppendRow(StringBuilder page, string label, string text, int width)
    {
        page.Append("  ").Append(label.PadRight(width));
        var margin = new string(' ', width + 4);
        if (label.Length > width)
            page.Append('\n').Append(margin);
        else
            page.Append("  ");
        page.AppendJoin("\n" + margin, Wrap(text, PageWidth - margin.Length)).Append('\n');
    }

    /// <summary>A text as lines no wider than a page.</summary>
    public static List<string> Wrap(string text, int width = PageWidth)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length == 0)
                lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
