using System.Text;
using GitOpsTasks.Yaml.Parsing;

namespace GitOpsTasks.Yaml;

/// <summary>A node of a <see cref="YamlFile"/>: a light handle, compared by place in the file.</summary>
public readonly record struct YamlNode
{
    private readonly int _index;

    internal YamlNode(YamlFile file, int index)
    {
        File = file;
        _index = index;
    }

    /// <summary>The file the node is in.</summary>
    public YamlFile File { get; }

    /// <summary>What the node is.</summary>
    public YamlKind Kind => Data.Kind;

    /// <summary>How it is written.</summary>
    public YamlStyle Style => Data.Style;

    /// <summary>The bytes of the node itself, quotes or brackets included, anchor and tag excluded.</summary>
    public ByteSpan Span => new(Data.Start, Data.End);

    /// <summary>
    /// The text of a scalar, folded and unescaped, with LF for every line break; the anchor's name for an alias; empty
    /// otherwise. Decoded at each call.
    /// </summary>
    public string Value => Kind switch
    {
        YamlKind.Scalar => ScalarDecoder.Decode(File.Text.Span, Data),
        YamlKind.Alias => Encoding.UTF8.GetString(File.Text.Span[(Data.Start + 1)..Data.End]),
        _ => "",
    };

    /// <summary>The anchor without <c>&amp;</c>; null where there is none.</summary>
    public string? Anchor => Properties.Anchor is { Length: > 0 } anchor
        ? Encoding.UTF8.GetString(File.Text.Span[(anchor.Start + 1)..anchor.End])
        : null;

    /// <summary>The tag with its handle resolved, such as <c>tag:yaml.org,2002:str</c> or <c>!local</c>; null where there is none.</summary>
    public string? Tag => Properties.Tag is { Length: > 0 } tag
        ? TagText.Resolve(File.Text.Span[tag.Start..tag.End], File.HandlesFor(_index))
        : null;

    /// <summary>Whether it is a mapping.</summary>
    public bool IsMapping => Kind == YamlKind.Mapping;

    /// <summary>Whether it is a sequence.</summary>
    public bool IsSequence => Kind == YamlKind.Sequence;

    /// <summary>Whether it is a scalar.</summary>
    public bool IsScalar => Kind == YamlKind.Scalar;

    /// <summary>Whether it is a scalar that YAML reads as null: nothing, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => IsScalar && Style == YamlStyle.Plain && PlainScalar.IsNull(Value);

    /// <summary>Line and column of the node.</summary>
    public Contracts.SourcePlace Place => File.PlaceOf(Span);

    /// <summary>The mapping or sequence around it; null for the root of a document.</summary>
    public YamlNode? Parent => Data.Parent < 0 ? null : new YamlNode(File, Data.Parent);

    /// <summary>The anchored node of an alias, the node itself otherwise.</summary>
    public YamlNode Resolved => Kind == YamlKind.Alias && Data.Link >= 0 ? new YamlNode(File, Data.Link) : this;

    /// <summary>The items of a sequence; empty for other kinds.</summary>
    public IEnumerable<YamlNode> Items
    {
        get
        {
            if (!IsSequence)
                yield break;
            foreach (var child in Children)
                yield return child;
        }
    }

    /// <summary>The keys and values of a mapping in the order written; empty for other kinds.</summary>
    public IEnumerable<YamlPair> Pairs
    {
        get
        {
            if (!IsMapping)
                yield break;
            YamlNode? key = null;
            foreach (var child in Children)
            {
                if (key is { } pending)
                {
                    yield return new YamlPair(pending, child);
                    key = null;
                }
                else
                {
                    key = child;
                }
            }
        }
    }

    internal int Index => _index;

    /// <summary>Where anchor or tag begin; the start of the span where there are none.</summary>
    internal int PropertiesStart => Properties is { IsEmpty: false } properties ? properties.Start : Data.Start;

    internal int NextIndex => Data.IsCollection ? Data.Link : _index + 1;

    internal IEnumerable<YamlNode> Children
    {
        get
        {
            var end = NextIndex;
            for (var child = new YamlNode(File, _index + 1); child._index < end; child = new YamlNode(File, child.NextIndex))
                yield return child;
        }
    }

    private NodeProperties Properties => File.PropertiesOf(_index);

    private ref readonly NodeData Data => ref File.Nodes[_index];

    /// <summary>The pair with a key; null where the node is no mapping or has no such key. The first of duplicates.</summary>
    public YamlPair? Find(string key)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Key.ValueIs(key))
                return pair;
        }

        return null;
    }

    /// <summary>Whether the node is a scalar of a text; nothing is decoded where that is not needed to tell.</summary>
    internal bool ValueIs(ReadOnlySpan<char> text)
    {
        if (!IsScalar)
            return false;
        if (!Data.IsVerbatim)
            return Value.AsSpan().SequenceEqual(text);
        var quotes = Style is YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted ? 1 : 0;
        var written = File.Text.Span[(Data.Start + quotes)..(Data.End - quotes)];
        return Ascii.IsValid(text) ? Ascii.Equals(written, text) : Value.AsSpan().SequenceEqual(text);
    }

    /// <summary>The value of a key, through an alias; null where there is none.</summary>
    public YamlNode? this[string key] => Find(key)?.Value.Resolved;

    /// <summary>The text of a scalar below a key; null where there is none, or it is not a scalar.</summary>
    public string? Text(string key) => this[key] is { IsScalar: true } node ? node.Value : null;
}
