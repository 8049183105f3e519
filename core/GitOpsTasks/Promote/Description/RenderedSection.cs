namespace GitOpsTasks.Promote.Description;

/// <summary>A difference folded away in Markdown, behind a fence that nothing in it can end.</summary>
internal static class RenderedSection
{
    private const string CutNote = "(cut: the forge takes no longer text)\n";

    /// <summary>The section, cut at a line where it is longer than there is room.</summary>
    public static string Of(string diff, int room)
    {
        var fence = new string('`', Math.Max(3, LongestRun(diff) + 1));
        var head = $"<details><summary>How the rendered manifests change</summary>\n\n{fence}diff\n";
        var tail = $"{fence}\n\n</details>";
        var space = room - head.Length - tail.Length - CutNote.Length;
        var text = diff.TrimEnd('\n') + "\n";
        if (text.Length <= space)
            return head + text + tail;
        var end = text.LastIndexOf('\n', Math.Max(0, space - 1)) + 1;
        return head + text[..end] + CutNote + tail;
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
