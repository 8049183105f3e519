namespace GitOpsTasks.Yaml;

/// <summary>Plans how a value that is null becomes a mapping or a sequence.</summary>
internal sealed class EmptyCollection(NodeRegions regions, YamlLayout layout, BlockMembers block)
{
    private readonly FlowMembers _flow = new(regions, layout);

    /// <summary>The splices for all that comes into one node.</summary>
    public IEnumerable<Splice> Plan(YamlNode node, IReadOnlyList<YamlEdit.Insert> inserts, ReplacePlanner replace)
    {
        var isMapping = inserts[0] is YamlEdit.InsertKey;
        if (!node.IsNull)
            throw new EditRefusedException(node, node.Kind == YamlKind.Alias ? "it is an alias; what it stands for can be edited" : $"it is no {(isMapping ? "mapping" : "sequence")}");
        if (inserts.Any(insert => insert is YamlEdit.InsertKey != isMapping))
            throw new EditRefusedException(node, "it cannot become both a mapping and a sequence");
        if (NodeRegions.InFlow(node) || (node.Parent is not null && regions.IndicatorEnd(node) < 0) || IsKey(node))
            return [PutInline(node, isMapping, inserts, replace)];
        var lines = inserts.SelectMany(block.LinesOf);
        var start = node.TextSpan.Start;
        if (node.TextSpan.Length > 0 && regions.Lines.IsFirstOnLine(start))
            return [new Splice(node.TextSpan, Joined(lines, regions.Lines.IndentAt(start)), node.Index)];
        var indent = IndentOf(node, isMapping);
        if (node.Parent is { IsSequence: true } && node.TextSpan.Length == 0 && regions.PropertiesEnd(node) < 0 && IsBareDash(node))
        {
            var dash = regions.StartOf(node) + 1;
            return [new Splice(new ByteSpan(dash, regions.Lines.SkipBlanks(dash)), layout.DashGap + Joined(lines, indent), node.Index)];
        }

        return PutBelow(node, indent, lines);
    }

    private static bool IsKey(YamlNode node) => node.Parent is { IsMapping: true } parent && parent.Pairs.Any(pair => pair.Key == node);

    private bool IsBareDash(YamlNode node) => regions.Lines.SkipBlanks(regions.StartOf(node) + 1) is var at && (at == regions.Lines.Length || SourceLines.IsBreak(regions.Lines.At(at)));

    private Splice PutInline(YamlNode node, bool isMapping, IReadOnlyList<YamlEdit.Insert> inserts, ReplacePlanner replace)
    {
        var inner = string.Join(", ", inserts.Select(_flow.TextOf));
        var text = isMapping ? "{" + inner + "}" : "[" + inner + "]";
        return node.TextSpan.Length == 0 ? replace.Fill(node, text) : new Splice(node.TextSpan, text, node.Index);
    }

    private IEnumerable<Splice> PutBelow(YamlNode node, string indent, IEnumerable<string> lines)
    {
        if (node.TextSpan.Length > 0)
            yield return Splice.Delete(regions.Lines.SkipBlanksBack(node.TextSpan.Start), node.TextSpan.End, node);
        yield return block.InsertLines(node, regions.Lines.End(node.TextSpan.End), indent, lines);
    }

    private string IndentOf(YamlNode node, bool isMapping)
    {
        if (node.Parent is not { } parent)
            return "";
        var indent = regions.Lines.IndentAt(regions.StartOf(node));
        return indent + (parent.IsSequence ? " " + layout.DashGap : isMapping ? layout.MapIndent : layout.ListIndent);
    }

    private string Joined(IEnumerable<string> lines, string indent) =>
        string.Join(layout.LineEnd, lines.Select((line, at) => at == 0 || line.Length == 0 ? line : indent + line));
}
