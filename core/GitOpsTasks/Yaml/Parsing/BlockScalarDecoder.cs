namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The value of a literal or folded scalar (YAML 1.2.2, 8.1.2 and 8.1.3).</summary>
internal static class BlockScalarDecoder
{
    /// <summary>Adds the value to a buffer.</summary>
    /// <param name="written">The scalar from its header to the end of its content.</param>
    /// <param name="indent">How many spaces stand before the content.</param>
    /// <param name="value">The buffer.</param>
    public static void Decode(ReadOnlySpan<byte> written, int indent, ref ValueBuffer value)
    {
        var header = BlockHeader.Read(written, 0);
        var at = AfterLine(written, Characters.EndOfLine(written, header.End));
        var breaks = 0;
        var isStart = true;
        var wasMoreIndented = false;
        var endsInBreak = false;
        while (at < written.Length)
        {
            var content = at;
            while (content < written.Length && content - at < indent && written[content] == ' ')
                content++;
            var lineEnd = Characters.EndOfLine(written, content);
            endsInBreak = lineEnd < written.Length || IsOfBlanks(written[at..lineEnd]);
            at = AfterLine(written, lineEnd);
            if (content == lineEnd)
            {
                breaks += endsInBreak ? 1 : 0;
                continue;
            }

            var isMoreIndented = Characters.IsBlank(written[content]);
            AddBreaks(ref value, breaks, isStart, header.IsFolded && !isMoreIndented && !wasMoreIndented);
            value.Add(written[content..lineEnd]);
            (isStart, wasMoreIndented) = (false, isMoreIndented);
            breaks = endsInBreak ? 1 : 0;
        }

        if (header.Chomping == '+')
            value.AddLineFeeds(breaks);
        else if (header.Chomping == 0 && !isStart && breaks > 0)
            value.AddLineFeeds(1);
    }

    private static void AddBreaks(ref ValueBuffer value, int breaks, bool isStart, bool folds)
    {
        if (folds && breaks == 1 && !isStart)
            value.Add((byte)' ');
        else
            value.AddLineFeeds(folds && !isStart ? breaks - 1 : breaks);
    }

    // White space at the end of a file counts as a line, as the yaml-test-suite has it (L24T, JEF9).
    private static bool IsOfBlanks(ReadOnlySpan<byte> line) => line.Length > 0 && Characters.SkipBlanks(line, 0) == line.Length;

    private static int AfterLine(ReadOnlySpan<byte> written, int lineEnd) =>
        lineEnd < written.Length ? Characters.AfterBreak(written, lineEnd) : lineEnd;
}
