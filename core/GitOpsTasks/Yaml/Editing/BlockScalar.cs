namespace GitOpsTasks.Yaml;

/// <summary>A literal or folded scalar as it stands in the bytes: its header, its lines, and where it ends.</summary>
internal sealed record BlockScalar
{
    private BlockScalar()
    {
    }

    /// <summary>Offset of <c>|</c> or <c>&gt;</c>.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after the indentation and chomping indicators.</summary>
    public required int IndicatorsEnd { get; init; }

    /// <summary><c>-</c>, <c>+</c>, or 0 where there is none.</summary>
    public required byte Chomping { get; init; }

    /// <summary>The indentation indicator; 0 where there is none.</summary>
    public required int Indicator { get; init; }

    /// <summary>Spaces before each line of the text; -1 where it has no line that would tell.</summary>
    public int Indent { get; private set; } = -1;

    /// <summary>Column of the collection around it; -1 for a root.</summary>
    public required int ParentIndent { get; init; }

    /// <summary>Offset after the header's line.</summary>
    public required int ContentStart { get; init; }

    /// <summary>The lines of the text, kept blank ones at the end included.</summary>
    public List<ByteSpan> Lines { get; } = [];

    /// <summary>Offset after the end mark of the text's last line.</summary>
    public int End { get; private set; }

    /// <summary>Offset after the blank lines that follow the text.</summary>
    public int BlankEnd { get; private set; }

    /// <summary>Reads what stands at a scalar's place.</summary>
    public static BlockScalar Read(NodeRegions regions, YamlNode node)
    {
        var lines = regions.Lines;
        var start = node.TextSpan.Start;
        var at = start + 1;
        byte chomping = 0;
        var indicator = 0;
        for (; lines.At(at) is (byte)'-' or (byte)'+' or (>= (byte)'1' and <= (byte)'9'); at++)
        {
            if (lines.At(at) is (byte)'-' or (byte)'+')
                chomping = lines.At(at);
            else
                indicator = lines.At(at) - '0';
        }

        var scalar = new BlockScalar
        {
            Start = start,
            IndicatorsEnd = at,
            Chomping = chomping,
            Indicator = indicator,
            ParentIndent = regions.ParentIndent(node),
            ContentStart = lines.End(at),
        };
        if (indicator > 0)
            scalar.Indent = Math.Max(0, scalar.ParentIndent) + indicator;
        scalar.ReadLines(lines);
        return scalar;
    }

    private void ReadLines(SourceLines lines)
    {
        var text = 0;
        End = ContentStart;
        var at = ContentStart;
        while (at < lines.Length)
        {
            var end = lines.ContentEnd(at);
            var spaces = at;
            while (spaces < end && lines.At(spaces) == ' ')
                spaces++;
            var column = spaces - at;
            var isBlank = spaces == end && (Indent < 0 || column <= Indent);
            if (!isBlank)
            {
                if (column <= ParentIndent || (Indent >= 0 && column < Indent) || (column == 0 && lines.IsDocumentMark(at) && lines.At(at) != '%'))
                    break;
                if (Indent < 0)
                    Indent = column;
            }

            Lines.Add(new ByteSpan(at, end));
            at = lines.AfterBreak(end);
            if (!isBlank)
            {
                text = Lines.Count;
                End = at;
            }
        }

        BlankEnd = at;
        if (Chomping == '+')
            End = at;
        else
            Lines.RemoveRange(text, Lines.Count - text);
    }
}
