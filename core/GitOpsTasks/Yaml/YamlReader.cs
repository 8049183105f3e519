using System.Text;
using GitOpsTasks.Contracts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOpsTasks.Yaml;

/// <summary>Builds a <see cref="YamlFile"/> from YamlDotNet's events. The only place that knows YamlDotNet.</summary>
internal sealed class YamlReader(ReadOnlyMemory<byte> content, string path, YamlLimits limits)
{
    private readonly List<NodeData> _nodes = [];
    private readonly List<int> _roots = [];
    private readonly Stack<int> _open = new();
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private SourceText _source = SourceText.Decode([]);

    public YamlFile Read()
    {
        if (content.Length > limits.Bytes)
        {
            Report(YamlCodes.TooLarge, new ByteSpan(0, 0), $"The file has {content.Length} bytes, more than {limits.Bytes}.");
            return Finish();
        }

        _source = SourceText.Decode(content.Span);
        if (_source.FirstInvalidByte >= 0)
            WarnOfEncoding(_source.FirstInvalidByte);
        ReadEvents();
        return Finish();
    }

    private void ReadEvents()
    {
        var parser = new Parser(new StringReader(_source.Characters));
        var depth = 0;
        try
        {
            while (parser.MoveNext())
            {
                var current = parser.Current!;
                depth += current.NestingIncrease;
                if (depth > limits.Depth)
                {
                    Report(YamlCodes.TooLarge, SpanOf(current), $"The nesting is deeper than {limits.Depth} levels.");
                    return;
                }

                Add(current);
            }
        }
        catch (YamlException e)
        {
            ReportSyntax(e.Start.Index, e.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner gives up this way on some unclosed flow collections.
            ReportSyntax(parser.Current?.End.Index ?? 0, "A flow collection is not closed before this point.");
        }
    }

    private void Add(ParsingEvent current)
    {
        switch (current)
        {
            case DocumentStart:
                _anchors.Clear();
                break;
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                var target = _anchors.GetValueOrDefault(alias.Value.Value, -1);
                AddNode(new NodeData { Kind = YamlKind.Alias, Span = SpanOf(alias), Value = alias.Value.Value, Target = target });
                break;
            case MappingStart start:
                Open(start, YamlKind.Mapping, start.Style == MappingStyle.Flow);
                break;
            case SequenceStart start:
                Open(start, YamlKind.Sequence, start.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                Close(current);
                break;
        }
    }

    private void AddScalar(Scalar scalar)
    {
        var span = SpanOf(scalar);
        var start = HasProperties(scalar) ? NodeProperties.Skip(content.Span, span) : span.Start;
        var isNothing = scalar is { Style: ScalarStyle.Plain, Value: "" };
        AddNode(new NodeData
        {
            Kind = YamlKind.Scalar,
            Style = StyleOf(scalar.Style),
            PropertiesStart = span.Start,
            Span = new ByteSpan(start, isNothing ? start : span.End),
            Value = scalar.Value,
            Anchor = AnchorOf(scalar),
            Tag = TagOf(scalar),
        });
    }

    private void Open(NodeEvent start, YamlKind kind, bool flow)
    {
        var span = SpanOf(start);
        var inner = HasProperties(start) ? NodeProperties.Skip(content.Span, span with { End = content.Length }) : span.Start;
        _open.Push(AddNode(new NodeData
        {
            Kind = kind,
            Style = flow ? YamlStyle.Flow : YamlStyle.Block,
            PropertiesStart = span.Start,
            Span = new ByteSpan(inner, inner),
            Value = "",
            Anchor = AnchorOf(start),
            Tag = TagOf(start),
        }));
    }

    private void Close(ParsingEvent end)
    {
        var index = _open.Pop();
        var node = _nodes[index];
        node.Next = _nodes.Count;
        if (node.Style == YamlStyle.Flow)
            node.Span = node.Span with { End = SpanOf(end).Start + 1 };
        _nodes[index] = node;
        StretchParent(node);
    }

    // A block collection has no closing mark: it ends where its last child does.
    private void StretchParent(NodeData child)
    {
        if (child.Parent < 0)
            return;
        var parent = _nodes[child.Parent];
        parent.Span = parent.Span with { End = Math.Max(parent.Span.End, child.Span.End) };
        _nodes[child.Parent] = parent;
    }

    private int AddNode(NodeData node)
    {
        var index = _nodes.Count;
        node.Parent = _open.Count > 0 ? _open.Peek() : -1;
        node.Next = index + 1;
        if (node.Kind == YamlKind.Alias)
            node.PropertiesStart = node.Span.Start;
        else
            node.Target = -1;
        if (node.Anchor is { } anchor)
            _anchors[anchor] = index;
        if (node.Parent < 0)
            _roots.Add(index);
        _nodes.Add(node);
        StretchParent(node);
        return index;
    }

    private YamlFile Finish() => new(path, content, [.. _nodes], [.. _roots], _diagnostics);

    private void Report(string code, ByteSpan span, string message) => _diagnostics.Add(
        Diagnostic.Error(code, message, null, new LineIndex(content).PlaceOf(path, span)));

    private void ReportSyntax(long character, string message)
    {
        var at = _source.ByteAt((int)Math.Min(character, _source.Characters.Length));
        Report(YamlCodes.Syntax, new ByteSpan(at, at), Sentence(message));
    }

    private void WarnOfEncoding(int offset) => _diagnostics.Add(Diagnostic.Warning(
        YamlCodes.NotUtf8,
        "The file has bytes that are not UTF-8.",
        "Save it as UTF-8: Kubernetes reads nothing else.",
        new LineIndex(content).PlaceOf(path, new ByteSpan(offset, offset + 1))));

    private ByteSpan SpanOf(ParsingEvent e) =>
        new(_source.ByteAt((int)e.Start.Index), _source.ByteAt((int)e.End.Index));

    private static bool HasProperties(NodeEvent node) => !node.Anchor.IsEmpty || !node.Tag.IsEmpty;

    private static string? AnchorOf(NodeEvent node) => node.Anchor.IsEmpty ? null : node.Anchor.Value;

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty ? null : node.Tag.Value;

    private static YamlStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlStyle.Literal,
        ScalarStyle.Folded => YamlStyle.Folded,
        _ => YamlStyle.Plain,
    };

    private static string Sentence(string message)
    {
        var text = new StringBuilder("This is not YAML: ").Append(message.Trim());
        return text[^1] == '.' ? text.ToString() : text.Append('.').ToString();
    }
}
