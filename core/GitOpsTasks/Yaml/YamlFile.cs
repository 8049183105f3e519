using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>A YAML file: its bytes, the tree that was read from them, and what is wrong with it. Immutable.</summary>
public sealed class YamlFile
{
    private readonly Lazy<LineIndex> _lines;

    internal YamlFile(string path, ReadOnlyMemory<byte> content, NodeData[] nodes, int[] roots, List<Diagnostic> diagnostics)
    {
        Path = path;
        Content = content;
        Nodes = nodes;
        _lines = new Lazy<LineIndex>(() => new LineIndex(Content));
        Documents = [.. roots.Select(root => new YamlNode(this, root))];
        Diagnostics = diagnostics;
    }

    /// <summary>The path shown in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The bytes as they are stored.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The root node of each document, up to the first error.</summary>
    public IReadOnlyList<YamlNode> Documents { get; }

    /// <summary>What is wrong with the text; errors end the reading, warnings do not.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the whole file was read.</summary>
    public bool IsValid => Diagnostics.All(d => d.Severity != Severity.Error);

    internal NodeData[] Nodes { get; }

    /// <summary>Takes a place in this text to the place in the file around it.</summary>
    private Func<SourcePlace, SourcePlace> ToHost { get; init; } = place => place;

    /// <summary>Reads a file. Never throws on content: what is wrong is in <see cref="Diagnostics"/>.</summary>
    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <param name="limits">Budgets; the defaults where null.</param>
    public static YamlFile Parse(ReadOnlyMemory<byte> content, string path, YamlLimits? limits = null) =>
        new YamlReader(content, path, limits ?? YamlLimits.Default).Read();

    /// <summary>Line and column of a range of bytes.</summary>
    public SourcePlace PlaceOf(ByteSpan span) => ToHost(_lines.Value.PlaceOf(Path, span));

    /// <summary>Every node of the file, in document order, keys included.</summary>
    public IEnumerable<YamlNode> AllNodes()
    {
        for (var i = 0; i < Nodes.Length; i++)
            yield return new YamlNode(this, i);
    }

    /// <summary>The same, as text inside another file: all places, also those of what is wrong with it, are in that file.</summary>
    internal YamlFile Within(Func<SourcePlace, SourcePlace> toHost) =>
        new(Path, Content, Nodes, [.. Documents.Select(root => root.Index)], [.. Diagnostics.Select(found => found with { Place = found.Place is null ? null : toHost(found.Place) })])
        {
            ToHost = toHost,
        };
}
