using System.Buffers;
using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Finds the end of plain scalars (YAML 1.2.2, 7.3.3).</summary>
internal static class PlainScanner
{
    private static readonly SearchValues<byte> s_blockStops = SearchValues.Create(":#\n\r"u8);
    private static readonly SearchValues<byte> s_flowStops = SearchValues.Create(":#\n\r,[]{}"u8);

    /// <summary>Whether a plain scalar may begin at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanStart(ReadOnlySpan<byte> text, int at, bool inFlow)
    {
        var b = text[at];
        if (Characters.IsIndicator(b))
            return false;
        return b is not ((byte)'-' or (byte)'?' or (byte)':')
            || !(Characters.IsBlankOrEnd(text, at + 1) || (inFlow && Characters.IsFlowIndicatorAt(text, at + 1)));
    }

    /// <summary>Reads to the end of the scalar on this line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Offset of its first byte on the line.</param>
    /// <param name="inFlow">Whether it stands in a flow collection.</param>
    /// <param name="end">Offset after its last byte on the line.</param>
    /// <returns>Offset of what ends it: a colon, a comment, a line break, a flow indicator, or the end of the text.</returns>
    public static int ScanLine(ReadOnlySpan<byte> text, int at, bool inFlow, out int end)
    {
        var stops = inFlow ? s_flowStops : s_blockStops;
        for (var i = at; ; i++)
        {
            var length = text[i..].IndexOfAny(stops);
            i = length < 0 ? text.Length : i + length;
            if (i < text.Length && !Ends(text, i, inFlow, isStart: i == at))
                continue;
            end = i;
            while (end > at && Characters.IsBlank(text[end - 1]))
                end--;
            return i;
        }
    }

    /// <summary>Reads the further lines of a scalar whose first one ended at a line break.</summary>
    /// <param name="cursor">At the end of the first line's content; moved to the end of the last one's.</param>
    /// <param name="indent">Continuation lines are indented by more than this.</param>
    /// <param name="inFlow">Whether it stands in a flow collection.</param>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="SyntaxErrorException">A line of a scalar in block style holds a key.</exception>
    public static bool ScanFurtherLines(ref Cursor cursor, int indent, bool inFlow)
    {
        var text = cursor.Text;
        var found = false;
        var at = Characters.SkipBlanks(text, cursor.At);
        while (at < text.Length && Characters.IsBreak(text[at]))
        {
            if (IsNextLineOutside(text, at, indent))
                break;
            var lineStart = NextContent(text, at, out var content);
            if (content >= text.Length || text[content] == '#' || Characters.IsDocumentMarker(text, lineStart)
                || Characters.SkipSpaces(text, lineStart) - lineStart <= indent)
                break;
            at = ScanLine(text, content, inFlow, out var end);
            if (!inFlow && at < text.Length && text[at] == ':')
                throw new SyntaxErrorException(at, "A key cannot follow here: the text before it began on an earlier line.", "Indent the key like its siblings, or quote the text.");
            if (end == content)
                break;
            found = true;
            cursor.At = end;
            cursor.LineStart = lineStart;
        }

        return found;
    }

    // Whether the next line is not blank and indented too little: true after most scalars, and cheap to tell.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNextLineOutside(ReadOnlySpan<byte> text, int at, int indent)
    {
        var lineStart = Characters.AfterBreak(text, at);
        var first = Characters.SkipSpaces(text, lineStart);
        return first - lineStart <= indent && first < text.Length && text[first] is not ((byte)'\n' or (byte)'\r' or (byte)'\t');
    }

    // Passes over line breaks and blank lines to the next line that has anything on it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextContent(ReadOnlySpan<byte> text, int at, out int content)
    {
        var lineStart = at;
        do
        {
            lineStart = Characters.AfterBreak(text, at);
            at = Characters.SkipBlanks(text, lineStart);
        }
        while (at < text.Length && Characters.IsBreak(text[at]));
        content = at;
        return lineStart;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Ends(ReadOnlySpan<byte> text, int at, bool inFlow, bool isStart) => text[at] switch
    {
        (byte)':' => Characters.IsBlankOrEnd(text, at + 1) || (inFlow && Characters.IsFlowIndicatorAt(text, at + 1)),
        (byte)'#' => !isStart && Characters.IsBlank(text[at - 1]),
        _ => true,
    };
}
