using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>A text as the lines of a literal or folded scalar.</summary>
/// <param name="Lines">The lines without indentation, blank ones at the end that are to be kept included.</param>
/// <param name="Chomping"><c>-</c> where the text does not end in a line feed, <c>+</c> where in several, 0 otherwise.</param>
/// <param name="NeedsIndicator">Whether the first line that is not empty begins with a space.</param>
internal sealed record BlockText(IReadOnlyList<string> Lines, byte Chomping, bool NeedsIndicator)
{
    /// <summary>Writes a text; null where the style cannot hold it.</summary>
    public static BlockText? Of(string text, YamlStyle style)
    {
        if (!text.All(CanHold))
            return null;
        var body = text.TrimEnd('\n');
        var ends = text.Length - body.Length;
        var lines = new List<string>();
        if (body.Length > 0)
            lines.AddRange(style == YamlStyle.Folded ? Folded(body.Split('\n')) : body.Split('\n'));
        lines.AddRange(Enumerable.Repeat("", Math.Max(0, body.Length == 0 ? ends : ends - 1)));
        var chomping = ends == 0 ? (byte)'-' : ends == 1 && body.Length > 0 ? (byte)0 : (byte)'+';
        return new BlockText(lines, chomping, body.TrimStart('\n').StartsWith(' '));
    }

    /// <summary>Whether a character can stand in a block scalar, to readers of YAML 1.1 and 1.2 alike.</summary>
    public static bool CanHold(char c) => c is '\n' or '\t' || !ScalarWriter.NeedsEscape(c);

    /// <summary>Whether the lines, written this way, read back as a text.</summary>
    public bool ReadsBackAs(string text, YamlStyle style)
    {
        var written = new StringBuilder(style == YamlStyle.Folded ? "- >1" : "- |1");
        if (Chomping != 0)
            written.Append((char)Chomping);
        foreach (var line in Lines)
            written.Append('\n').Append(line.Length == 0 ? "" : " ").Append(line);
        var alone = YamlFile.Parse(Encoding.UTF8.GetBytes(written.Append('\n').ToString()), "");
        return alone is { IsValid: true, Documents: [{ IsSequence: true } list] } && list.Items.First() is { IsScalar: true } item && item.Value == text;
    }

    // One line end between two lines of text would read as a space; next to lines that begin with a space it stays as it is.
    private static IEnumerable<string> Folded(string[] lines)
    {
        var before = (string?)null;
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                if (before is not null && !IsSpaced(before) && !IsSpaced(line))
                    yield return "";
                before = line;
            }

            yield return line;
        }
    }

    private static bool IsSpaced(string line) => line[0] is ' ' or '\t';
}
