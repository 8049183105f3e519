namespace GitOpsTasks.Yaml;

/// <summary>Plans how a scalar gets another value in the style it has, or in the nearest that holds the value.</summary>
internal sealed class ReplacePlanner(YamlFile file, NodeRegions regions, YamlLayout layout)
{
    private readonly RegionCheck _check = new(file, regions);

    /// <summary>The splices; none where the value is there already.</summary>
    public IEnumerable<Splice> Plan(YamlNode node, YamlValue value)
    {
        if (node.IsMapping || node.IsSequence)
            throw new EditRefusedException(node, "only a scalar can be replaced");
        if (!_check.ReadsBack(node))
            throw new EditRefusedException(node, "the text in the file is not the value that was read");
        if (IsThere(node, value))
            return [];
        if (value is YamlText && node.Tag is "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null")
            throw new EditRefusedException(node, "its tag says that it is not a text");
        if (node.Style is YamlStyle.Literal or YamlStyle.Folded)
            return PlanBlock(node, value);
        var text = Inline(node, value);
        return [node.TextSpan.Length == 0 ? Fill(node, text) : new Splice(node.TextSpan, text, node.Index)];
    }

    /// <summary>A value at the place of a node that is written as nothing.</summary>
    public Splice Fill(YamlNode node, string text)
    {
        var lines = regions.Lines;
        var at = node.TextSpan.Start;
        if (IsValue(node, out var pair) && regions.PropertiesEnd(node) < 0)
        {
            if (regions.ColonOf(pair) is var colon and >= 0)
                at = colon + 1;
            else if (NodeRegions.InFlow(node))
                return Splice.Insert(regions.EndOf(pair.First), ": " + text, node);
            else
                return BelowKey(node, pair.First, text);
        }

        if (at > lines.Start(at) && !SourceLines.IsBlank(lines.At(at - 1)) && lines.At(at - 1) is not ((byte)'[' or (byte)'{' or (byte)','))
            text = " " + text;
        return Splice.Insert(at, text, node);
    }

    private static bool IsThere(YamlNode node, YamlValue value) => value switch
    {
        YamlText text => TreeShape.IsString(node) && node.Value == text.Text,
        YamlPlain plain => node is { IsScalar: true, Style: YamlStyle.Plain } && node.Value == plain.Text,
        _ => false,
    };

    private static bool IsValue(YamlNode node, out Member pair)
    {
        pair = default;
        if (node.Parent is not { IsMapping: true } parent)
            return false;
        foreach (var (key, value) in parent.Pairs)
        {
            if (value == node)
                pair = new Member(key, value);
        }

        return pair.Last == node;
    }

    // A key after '?' that has no value gets one on a line of its own.
    private Splice BelowKey(YamlNode node, YamlNode key, string text)
    {
        var at = regions.EndOfLines(key);
        var line = regions.Lines.IndentAt(regions.StartOf(key)) + ": " + text;
        return Splice.Insert(at, SourceLines.IsBreak(regions.Lines.At(at - 1)) ? line + layout.LineEnd : layout.LineEnd + line, node);
    }

    private string Inline(YamlNode node, YamlValue value)
    {
        var inFlow = NodeRegions.InFlow(node);
        if (value is YamlText { Text: var text })
            return ScalarWriter.Write(text, node.Kind == YamlKind.Alias || node.Style == YamlStyle.Plain ? layout.Plain : node.Style, inFlow, layout.Quotes);
        var plain = ((YamlPlain)value).Text;
        return PlainScalar.CanHold(plain, inFlow) ? plain : throw new EditRefusedException(node, $"'{plain}' cannot be written without quotes");
    }

    private IEnumerable<Splice> PlanBlock(YamlNode node, YamlValue value)
    {
        var scalar = BlockScalar.Read(regions, node);
        return value is YamlText { Text: var text } && BlockText.Of(text, node.Style) is { } block && block.ReadsBackAs(text, node.Style)
            && Indicators(scalar, block) is { } indicators && !TakesComment(scalar, block)
            ? WriteBlock(node, scalar, block, indicators)
            : WriteInline(node, scalar, value is YamlText { Text: var quoted } ? ScalarWriter.Write(quoted, YamlStyle.DoubleQuoted, inFlow: false) : Inline(node, value));
    }

    // Without a line that shows the indentation, a comment below would be read as the text.
    private bool TakesComment(BlockScalar scalar, BlockText block) =>
        block.Lines.All(line => line.Length == 0) && scalar.Indicator == 0 && regions.Lines.CommentColumn(scalar.BlankEnd) > scalar.ParentIndent;

    // Null where the indentation cannot be said: the indicator has one digit, and readers do not agree on it at a root.
    private static (int Indentation, byte Chomping)? Indicators(BlockScalar scalar, BlockText block)
    {
        var keeps = block.Lines.Count == 0 || (block.Chomping == 0 && scalar.Chomping == '+');
        var chomping = keeps ? scalar.Chomping : block.Chomping;
        if (scalar.Indicator > 0 || !block.NeedsIndicator)
            return (scalar.Indicator, chomping);
        var indentation = IndentOf(scalar) - scalar.ParentIndent;
        return indentation is >= 1 and <= 9 && scalar.ParentIndent >= 0 ? (indentation, chomping) : null;
    }

    private static int IndentOf(BlockScalar scalar) => scalar.Indent >= 0 ? scalar.Indent : Math.Max(0, scalar.ParentIndent) + 2;

    private IEnumerable<Splice> WriteBlock(YamlNode node, BlockScalar scalar, BlockText block, (int Indentation, byte Chomping) indicators)
    {
        if (indicators != (scalar.Indicator, scalar.Chomping))
        {
            var (digit, chomping) = (indicators.Indentation == 0 ? "" : indicators.Indentation.ToString(), indicators.Chomping == 0 ? "" : ((char)indicators.Chomping).ToString());
            yield return new Splice(new ByteSpan(scalar.Start + 1, scalar.IndicatorsEnd), digit + chomping, node.Index);
        }

        var bytes = regions.Lines;
        var end = indicators.Chomping == '+' ? scalar.BlankEnd : scalar.End;
        var indent = new string(' ', IndentOf(scalar));
        var text = string.Join(layout.LineEnd, block.Lines.Select(line => line.Length == 0 ? line : indent + line));
        var endsFile = end == bytes.Length && !SourceLines.IsBreak(bytes.At(end - 1));
        if (block.Lines.Count > 0 && !(endsFile && block.Chomping == '-'))
            text += layout.LineEnd;
        if (text.Length > 0 && scalar.ContentStart == bytes.Length && !SourceLines.IsBreak(bytes.At(bytes.Length - 1)))
            text = layout.LineEnd + text;
        yield return new Splice(new ByteSpan(scalar.ContentStart, end), text, node.Index);
    }

    private static IEnumerable<Splice> WriteInline(YamlNode node, BlockScalar scalar, string text)
    {
        yield return new Splice(new ByteSpan(scalar.Start, scalar.IndicatorsEnd), text, node.Index);
        yield return Splice.Delete(scalar.ContentStart, scalar.End, node);
    }
}
