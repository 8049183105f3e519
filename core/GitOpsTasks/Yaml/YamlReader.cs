using System.Text;
using GitOpsTasks.Contracts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOpsTasks.Yaml;

/// <summary>Builds a <see cref="YamlFile"/> from YamlDotNet's events. The only place that knows YamlDotNet.</summary>
internal sealed class YamlReader(ReadOnlyMemory<byte> content, string path, YamlLimits limits)
{
    private readonly NodeTreeBuilder _tree = new();
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
                _tree.StartDocument();
                break;
            case Scalar scalar:
                AddScalar(scalar);
                break;
            case AnchorAlias alias:
                if (!_tree.AddAlias(alias.Value.Value, SpanOf(alias)))
                    ReportSyntax(alias.Start.Index, $"No anchor '&{alias.Value.Value}' stands before this alias.");
                break;
            case MappingStart start:
                Open(start, YamlKind.Mapping, start.Style == MappingStyle.Flow);
                break;
            case SequenceStart start:
                Open(start, YamlKind.Sequence, start.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                _tree.Close(SpanOf(current).Start);
                break;
        }
    }

    private void AddScalar(Scalar scalar)
    {
        var span = SpanOf(scalar);
        var start = HasProperties(scalar) ? NodeProperties.Skip(content.Span, span) : span.Start;
        var isNothing = scalar is { Style: ScalarStyle.Plain, Value: "" };
        _tree.Add(new NodeData
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
        _tree.Open(new NodeData
        {
            Kind = kind,
            Style = flow ? YamlStyle.Flow : YamlStyle.Block,
            PropertiesStart = span.Start,
            Span = new ByteSpan(inner, inner),
            Value = "",
            Anchor = AnchorOf(start),
            Tag = TagOf(start),
        });
    }

    private YamlFile Finish() => new(path, content, _tree.Nodes, _tree.Roots, _diagnostics);

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
