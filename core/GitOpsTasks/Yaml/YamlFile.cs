using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>A YAML file: its bytes, the tree that was read from them, and what is wrong with it. Immutable, safe to share.</summary>
public sealed class YamlFile
{
    private readonly NodeProperties[] _properties = [];
    private readonly YamlLimits _limits;
    private Func<SourcePlace, SourcePlace>? _toHost;
    private LineIndex? _lines;
    private IReadOnlyList<YamlNode>? _roots;
    private IReadOnlyList<YamlToken>? _tokens;
    private ConcurrentDictionary<int, NestedText?>? _nested;

    internal YamlFile(string path, ReadOnlyMemory<byte> content, YamlLimits limits, Finding[] findings)
    {
        _limits = limits;
        Path = path;
        Content = Text = content;
        Diagnostics = DiagnosticsOf(findings);
    }

    internal YamlFile(
        string path, ReadOnlyMemory<byte> content, YamlLimits limits, ReadOnlyMemory<byte> text, YamlEncoding encoding, StreamParser parsed, IReadOnlyList<Finding> findings)
    {
        _limits = limits;
        Path = path;
        Content = content;
        Text = text;
        Encoding = encoding;
        Nodes = parsed.Nodes.ToArray();
        _properties = parsed.Nodes.PropertiesToArray();
        DocumentTable = parsed.Documents;
        Diagnostics = DiagnosticsOf(findings);
    }

    /// <summary>The path shown in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The bytes as they are stored.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>How the file is encoded.</summary>
    public YamlEncoding Encoding { get; }

    /// <summary>The root node of each document that could be read.</summary>
    public IReadOnlyList<YamlNode> Documents => _roots ??= Array.ConvertAll(DocumentTable, document => new YamlNode(this, document.Root));

    /// <summary>
    /// What is wrong with the text, in its order. A syntax error ends its document, which then has no nodes; the next one is
    /// read. Warnings end nothing.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; }

    /// <summary>Whether the whole file was read.</summary>
    public bool IsValid => Diagnostics.Count == 0 || Diagnostics.All(d => d.Severity != Severity.Error);

    /// <summary>The file piece by piece: no byte is left out or in two. Made at the first call.</summary>
    public IReadOnlyList<YamlToken> Tokens => _tokens ??= YamlReader.ReadTokens(this, _limits);

    /// <summary>The events of walking the file's documents.</summary>
    public IEnumerable<YamlEvent> Events => YamlEvents.Of(this);

    /// <summary>The bytes as UTF-8; the same as <see cref="Content"/> where the file is UTF-8.</summary>
    internal ReadOnlyMemory<byte> Text { get; }

    internal NodeData[] Nodes { get; } = [];

    internal DocumentData[] DocumentTable { get; } = [];

    /// <summary>The YAML in scalars, by the index of the scalar: nodes found in it once are those that an editor knows.</summary>
    internal ConcurrentDictionary<int, NestedText?> NestedTexts => LazyInitializer.EnsureInitialized(ref _nested);

    /// <summary>Reads a file. Never throws on content: what is wrong is in <see cref="Diagnostics"/>.</summary>
    /// <param name="content">UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <param name="limits">Budgets; the defaults where null.</param>
    public static YamlFile Parse(ReadOnlyMemory<byte> content, string path, YamlLimits? limits = null) =>
        YamlReader.Read(content, path, limits ?? YamlLimits.Default);

    /// <summary>Line and column of a range of bytes of <see cref="Content"/>; in the file around, for text inside another file.</summary>
    public SourcePlace PlaceOf(ByteSpan span) => PlaceInText(new ByteSpan(
        Transcoding.OffsetInText(Content.Span, span.Start, Encoding), Transcoding.OffsetInText(Content.Span, span.End, Encoding)));

    /// <summary>Every node of the file, in document order, keys included.</summary>
    public IEnumerable<YamlNode> AllNodes()
    {
        for (var i = 0; i < Nodes.Length; i++)
            yield return new YamlNode(this, i);
    }

    /// <summary>Line and column of a range of bytes of <see cref="Text"/>.</summary>
    internal SourcePlace PlaceInText(ByteSpan span)
    {
        var place = (_lines ??= new LineIndex(Text)).PlaceOf(Path, span);
        return _toHost is null ? place : _toHost(place);
    }

    /// <summary>The bytes of <see cref="Content"/> that some of <see cref="Text"/> were read from.</summary>
    internal ByteSpan SpanInContent(ByteSpan span) => new(
        Transcoding.OffsetInContent(Text.Span, span.Start, Encoding), Transcoding.OffsetInContent(Text.Span, span.End, Encoding));

    /// <summary>A text in the file's encoding.</summary>
    internal ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> text) => Transcoding.FromUtf8(text, Encoding);

    /// <summary>The same, as text inside another file: all places, also those of what is wrong with it, are in that file.</summary>
    /// <param name="toHost">Takes a place in this text to the place in the file around it.</param>
    internal YamlFile Within(Func<SourcePlace, SourcePlace> toHost)
    {
        var inside = (YamlFile)MemberwiseClone();
        inside._toHost = toHost;
        inside._roots = null;
        inside._nested = null;
        inside.Diagnostics = [.. Diagnostics.Select(found => found with { Place = found.Place is null ? null : toHost(found.Place) })];
        return inside;
    }

    internal NodeProperties PropertiesOf(int node) => Nodes[node].Properties is var index and >= 0 ? _properties[index] : default;

    internal TagHandles? HandlesFor(int node)
    {
        var (first, last) = (0, DocumentTable.Length - 1);
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            (first, last) = DocumentTable[middle].Root <= node ? (middle, last) : (first, middle - 1);
        }

        return DocumentTable[first].Handles;
    }

    private Diagnostic[] DiagnosticsOf(IReadOnlyList<Finding> findings) => findings.Count == 0
        ? []
        : [.. findings.OrderBy(finding => finding.Offset).Select(finding => ToDiagnostic(finding))];

    private Diagnostic ToDiagnostic(Finding finding)
    {
        var place = PlaceInText(new ByteSpan(finding.Offset, finding.Offset));
        return finding.IsWarning
            ? Diagnostic.Warning(finding.Code, finding.Message, finding.Advice, place)
            : Diagnostic.Error(finding.Code, finding.Message, finding.Advice, place);
    }
}
