using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>The YAML that a scalar holds, and the way from each of its bytes to the file around it.</summary>
internal sealed class NestedText
{
    private readonly YamlNode _scalar;
    private readonly SourceLines _outer;
    private readonly BlockScalar? _block;
    private readonly List<int> _starts = [0];

    private NestedText(YamlNode scalar, BlockScalar? block, byte[] content)
    {
        _scalar = scalar;
        _outer = new SourceLines(scalar.File.Text);
        _block = block;
        for (var at = Array.IndexOf(content, (byte)'\n'); at >= 0; at = Array.IndexOf(content, (byte)'\n', at + 1))
            _starts.Add(at + 1);
        File = YamlFile.Parse(content, scalar.File.Path).Within(PlaceInFile);
    }

    /// <summary>The YAML in the scalar; its places are those of the file around it.</summary>
    public YamlFile File { get; }

    /// <summary>Reads the text of a scalar, once; null where it has none.</summary>
    public static NestedText? Read(YamlNode scalar) =>
        scalar.File.NestedTexts.GetOrAdd(scalar.Index, static (_, scalar) => ReadNew(scalar), scalar);

    private static NestedText? ReadNew(YamlNode scalar)
    {
        if (!scalar.IsScalar || scalar.Value.Length == 0)
            return null;
        if (scalar.Style != YamlStyle.Literal)
            return new NestedText(scalar, null, Encoding.UTF8.GetBytes(scalar.Value));
        var block = BlockScalar.Read(new NodeRegions(scalar.File), scalar);
        var content = ContentOf(block, scalar);
        return Encoding.UTF8.GetString(content) == scalar.Value
            ? new NestedText(scalar, block, content)
            : new NestedText(scalar, null, Encoding.UTF8.GetBytes(scalar.Value));
    }

    /// <summary>
    /// The splices in the file around for splices in the text; null where they would change how the lines around are read, so
    /// that the whole text has to be written.
    /// </summary>
    /// <param name="splices">Changes of the text.</param>
    /// <param name="result">The changed text.</param>
    /// <param name="lineEnd">The line end of the file around.</param>
    public IEnumerable<Splice>? Map(SpliceList splices, byte[] result, string lineEnd)
    {
        var text = Encoding.UTF8.GetString(result);
        var body = text.TrimEnd('\n');
        var before = _scalar.Value.TrimEnd('\n');
        return _block is null || body.Length == 0 || !text.All(BlockText.CanHold)
            || text.Length - body.Length != _scalar.Value.Length - before.Length
            || (_block.Indicator == 0 && body.TrimStart('\n').StartsWith(' '))
            ? null
            : splices.Items.Select(splice => Map(splice, lineEnd));
    }

    private static byte[] ContentOf(BlockScalar block, YamlNode scalar)
    {
        var content = new List<byte>();
        var bytes = scalar.File.Text.Span;
        foreach (var line in block.Lines)
        {
            if (line.Length > block.Indent)
                content.AddRange(bytes[(line.Start + block.Indent)..line.End]);
            content.Add((byte)'\n');
        }

        if (!scalar.Value.EndsWith('\n'))
            content.RemoveAt(content.Count - 1);
        return [.. content];
    }

    private Splice Map(Splice splice, string lineEnd)
    {
        var (start, end) = (splice.Span.Start, splice.Span.End);
        var indent = new string(' ', _block!.Indent);
        var lines = splice.Text.Split('\n');
        var isWholeLines = IsLineStart(start) && IsLineStart(end) && lines[^1].Length == 0;
        if (isWholeLines)
        {
            var whole = string.Join(lineEnd, lines.Select(line => line.Length == 0 ? line : indent + line));
            return new Splice(new ByteSpan(LineStart(start), LineStart(end)), whole, _scalar.Index);
        }

        var (from, to) = (Offset(start), Offset(end));
        var text = string.Join(lineEnd, lines.Select((line, at) => at > 0 && (line.Length > 0 || at == lines.Length - 1) ? indent + line : line));
        var missing = _block.Indent - _outer.ColumnOf(from);
        return new Splice(new ByteSpan(from, to), missing > 0 && text.Length > 0 ? new string(' ', missing) + text : text, _scalar.Index);
    }

    private int LineOf(int offset)
    {
        var at = _starts.BinarySearch(offset);
        return at >= 0 ? at : ~at - 1;
    }

    private bool IsLineStart(int offset) => _starts.BinarySearch(offset) >= 0;

    private int LineStart(int offset) => LineOf(offset) is var line && line < _block!.Lines.Count ? _block.Lines[line].Start : _block!.End;

    private int Offset(int offset)
    {
        var line = LineOf(offset);
        if (line >= _block!.Lines.Count)
            return _block.End;
        var span = _block.Lines[line];
        return Math.Min(span.Start + _block.Indent + offset - _starts[line], span.End);
    }

    private SourcePlace PlaceInFile(SourcePlace place)
    {
        if (_block is null)
            return _scalar.Place;
        var start = PlaceOf(place.Line, place.Column);
        var end = PlaceOf(place.EndLine, place.EndColumn);
        return new SourcePlace(start.File, start.Line, start.Column, end.Line, end.Column);
    }

    // Only the indentation, which is spaces, is between the columns.
    private SourcePlace PlaceOf(int line, int column)
    {
        if (line < 1)
            return _scalar.Place;
        if (line > _block!.Lines.Count)
            return _scalar.File.PlaceOf(new ByteSpan(_block.End, _block.End));
        var span = _block.Lines[line - 1];
        var at = Math.Min(span.Start + _block.Indent, span.End);
        var place = _scalar.File.PlaceOf(new ByteSpan(at, at));
        return place with { Column = place.Column + column - 1 };
    }
}
