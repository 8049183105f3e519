using System.Buffers;
using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>The bytes of a file as characters, with the way back from each character to its byte.</summary>
internal sealed class SourceText
{
    private readonly int[]? _offsets;
    private readonly int _shift;

    private SourceText(string characters, int[]? offsets, int shift, int invalidAt)
    {
        Characters = characters;
        _offsets = offsets;
        _shift = shift;
        FirstInvalidByte = invalidAt;
    }

    /// <summary>The text without its byte order mark; each malformed byte sequence is one U+FFFD.</summary>
    public string Characters { get; }

    /// <summary>Offset of the first byte that is not UTF-8, or -1.</summary>
    public int FirstInvalidByte { get; }

    public static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = bytes[mark..];
        return Ascii.IsValid(text)
            ? new SourceText(Encoding.ASCII.GetString(text), null, mark, -1)
            : DecodeRunes(text, mark);
    }

    /// <summary>The byte offset in the file of a character of <see cref="Characters"/>.</summary>
    public int ByteAt(int character) =>
        _offsets is null ? character + _shift : _offsets[Math.Min(character, _offsets.Length - 1)];

    private static SourceText DecodeRunes(ReadOnlySpan<byte> text, int mark)
    {
        var characters = new StringBuilder(text.Length);
        var offsets = new int[text.Length + 1];
        var invalidAt = -1;
        var at = 0;
        while (at < text.Length)
        {
            var status = Rune.DecodeFromUtf8(text[at..], out var rune, out var consumed);
            if (status != OperationStatus.Done && invalidAt < 0)
                invalidAt = at + mark;
            for (var i = 0; i < rune.Utf16SequenceLength; i++)
                offsets[characters.Length + i] = at + mark;
            characters.Append(rune.ToString());
            at += consumed;
        }

        offsets[characters.Length] = text.Length + mark;
        Array.Resize(ref offsets, characters.Length + 1);
        return new SourceText(characters.ToString(), offsets, mark, invalidAt);
    }
}
