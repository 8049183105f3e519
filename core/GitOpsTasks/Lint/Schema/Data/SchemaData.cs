using System.Buffers.Binary;
using System.Text;
using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Schema.Data;

/// <summary>
/// The file that build/Schemas/write.mjs writes: <c>GTS1</c>; four 32-bit numbers: the text of the Kubernetes version, how many
/// texts, schemas and kinds; for texts and schemas the end of each as 32 bits, then their bytes; three numbers for each kind.
/// Texts are UTF-8; numbers inside schemas and kinds take seven bits of each byte, lowest first. Nothing is decoded before it is asked for.
/// </summary>
internal sealed class SchemaData : SchemaGraph
{
    private const int Header = 20;

    private readonly byte[] _bytes;
    private readonly SchemaNode?[] _nodes;
    private readonly string?[] _texts;
    private readonly int _kindCount;
    private readonly int _textEnds;
    private readonly int _nodeEnds;

    public SchemaData(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("GTS1"u8))
            throw new InvalidDataException("The schema data has another format.");
        _bytes = bytes;
        _texts = new string?[Word(8)];
        _nodes = new SchemaNode?[Word(12)];
        _kindCount = Word(16);
        _textEnds = Header;
        _nodeEnds = _textEnds + (_texts.Length * 4) + Word(_textEnds + ((_texts.Length - 1) * 4));
        KubernetesVersion = Text(Word(4));
    }

    public string KubernetesVersion { get; }

    // Two threads may decode the same schema; either result will do.
    public override SchemaNode this[int index] => _nodes[index] ??= SchemaDecoder.Decode(Body(_nodeEnds, _nodes.Length, index), Text);

    public Dictionary<KindName, int> ReadKinds()
    {
        var cursor = new SchemaCursor(_bytes.AsSpan(_nodeEnds + (_nodes.Length * 4) + Word(_nodeEnds + ((_nodes.Length - 1) * 4))));
        var kinds = new Dictionary<KindName, int>(_kindCount);
        for (var i = 0; i < _kindCount; i++)
        {
            var name = new KindName(Text(cursor.Next()), Text(cursor.Next()));
            kinds[name] = cursor.Next();
        }

        return kinds;
    }

    private string Text(int index) => _texts[index] ??= Encoding.UTF8.GetString(Body(_textEnds, _texts.Length, index));

    private ReadOnlySpan<byte> Body(int ends, int count, int index)
    {
        var start = index == 0 ? 0 : Word(ends + ((index - 1) * 4));
        return _bytes.AsSpan((ends + (count * 4) + start)..(ends + (count * 4) + Word(ends + (index * 4))));
    }

    private int Word(int offset) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset));
}
