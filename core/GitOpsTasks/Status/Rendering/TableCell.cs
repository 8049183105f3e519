using GitOpsTasks.Reporting;

namespace GitOpsTasks.Status.Rendering;

/// <summary>Texts as wide as a terminal shows them.</summary>
internal static class TableCell
{
    /// <summary>The cells a text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(CellWidth.Of);

    /// <summary>The text filled up with spaces, or cut with an ellipsis.</summary>
    public static string Fit(string text, int width)
    {
        var have = Width(text);
        if (have <= width)
            return text + new string(' ', width - have);
        var (cut, taken) = (new System.Text.StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (taken + CellWidth.Of(rune) > width - 1)
                break;
            cut.Append(rune);
            taken += CellWidth.Of(rune);
        }

        return cut.Append('…').Append(' ', width - taken - 1).ToString();
    }
}
