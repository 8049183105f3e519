using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>A YAML file: its bytes, the tree that was read from them, and what is wrong with it. Immutable, safe to share.</summary>
public sealed class YamlFile
{
    private readonly NodeProperties[] _properties = [];
    private readonly YamlLimits _limits = YamlLimits.Default;
    private LineIndex? _lines;
    private IReadOnlyList<YamlNode>? _roots;
    private IReadOnlyList<YamlToken>? _tokens;

    internal YamlFile(string path, ReadOnlyMemory<byte> content, Finding[] findings)
    {
        Path = path;
        Content = Text = content;
        Diagnostics = DiagnosticsOf(findings);
    }

    internal YamlFile(string path, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> text, YamlEncoding encoding, StreamParser parsed, IReadOnlyList<Finding> findings)
    {
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
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the whole file was read.</summary>
    public bool IsValid => Diagnostics.Count == 0 || Diagnostics.All(d => d.Severity != Severity.Error);

    /// <summary>The file piece by piece: no byte is left out or in two. Made at the first call.</summary>
    public IReadOnlyList<YamlToken> Tokens => _tokens ??= YamlReader.ReadTokens(Text.Span, _limits);

    /// <summary>The events of walking the file's documents.</summary>
    public IEnumerable<YamlEvent> Events => YamlEvents.Of(this);

    /// <summary>The bytes as UTF-8; the same as <see cref="Content"/> where the file is UTF-8.</summary>
    internal ReadOnlyMemory<byte> Text { get; }

    internal NodeData[] Nodes { get; } = [];

    internal DocumentData[] DocumentTable { get; } = [];

    /// <summary>Reads a file. Never throws on content: what is wrong is in <see cref="Diagnostics"/>.</summary>
    /// <param name="content">UTF-8, UTF-16 or UTF-32, with or without a byte order mark.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <param name="limits">Budgets; the defaults where null.</param>
    public static YamlFile Parse(ReadOnlyMemory<byte> content, string path, YamlLimits? limits = null) =>
        YamlReader.Read(content, path, limits ?? YamlLimits.Default);

    /// <summary>Line and column of a range of bytes of <see cref="Content"/>.</summary>
    public SourcePlace PlaceOf(ByteSpan span) => (_lines ??= new LineIndex(Text)).PlaceOf(Path, span);

    /// <summary>Every node of the file, in document order, keys included.</summary>
    public IEnumerable<YamlNode> AllNodes()
    {
        for (var i = 0; i < Nodes.Length; i++)
            yield return new YamlNode(this, i);
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
        var place = PlaceOf(new ByteSpan(finding.Offset, finding.Offset));
        return finding.IsWarning
            ? Diagnostic.Warning(finding.Code, finding.Message, finding.Advice, place)
            : Diagnostic.Error(finding.Code, finding.Message, finding.Advice, place);
    }
}
