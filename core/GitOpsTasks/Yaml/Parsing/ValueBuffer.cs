using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Collects the bytes of a value. The longest for its bytes is <c>\L</c>: two become three.</summary>
internal ref struct ValueBuffer(Span<byte> bytes)
{
    private readonly Span<byte> _bytes = bytes;
    private int _length;
    private int _sealed;

    public void Add(byte b) => _bytes[_length++] = b;

    public void Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(_bytes[_length..]);
        _length += more.Length;
    }

    /// <summary>Adds a character that was written as an escape: it is no white space to be trimmed.</summary>
    public void Add(Rune rune)
    {
        _length += rune.EncodeToUtf8(_bytes[_length..]);
        Seal();
    }

    public void AddLineFeeds(int count)
    {
        _bytes.Slice(_length, count).Fill((byte)'\n');
        _length += count;
    }

    /// <summary>Keeps what is there from being trimmed.</summary>
    public void Seal() => _sealed = _length;

    /// <summary>Takes the white space off the end.</summary>
    public void TrimBlanks()
    {
        while (_length > _sealed && Characters.IsBlank(_bytes[_length - 1]))
            _length--;
    }

    public override readonly string ToString() => Encoding.UTF8.GetString(_bytes[.._length]);
}
