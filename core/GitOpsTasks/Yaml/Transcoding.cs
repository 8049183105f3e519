using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>Tells a file's encoding, and turns what is not UTF-8 into it and back, without losing a byte.</summary>
internal static class Transcoding
{
    /// <summary>The encoding by the byte order mark or the zero bytes of the first character (YAML 1.2.2, 5.2).</summary>
    public static YamlEncoding Detect(ReadOnlySpan<byte> content) => content switch
    {
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => YamlEncoding.Utf32BigEndian,
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => YamlEncoding.Utf32LittleEndian,
        [0xFE, 0xFF, ..] or [0, not 0, ..] => YamlEncoding.Utf16BigEndian,
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => YamlEncoding.Utf16LittleEndian,
        _ => YamlEncoding.Utf8,
    };

    /// <summary>The text as UTF-8, its byte order mark included; what is malformed becomes U+FFFD.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> content, YamlEncoding encoding) =>
        encoding == YamlEncoding.Utf8 ? content : Encoding.UTF8.GetBytes(Of(encoding).GetString(content.Span));

    /// <summary>UTF-8 in the encoding of a file.</summary>
    public static ReadOnlyMemory<byte> FromUtf8(ReadOnlyMemory<byte> text, YamlEncoding encoding) =>
        encoding == YamlEncoding.Utf8 ? text : Of(encoding).GetBytes(Encoding.UTF8.GetString(text.Span));

    /// <summary>The offset in a file that an offset in its UTF-8 text stands for.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> text, int offset, YamlEncoding encoding) =>
        encoding == YamlEncoding.Utf8 ? offset : Of(encoding).GetByteCount(Encoding.UTF8.GetString(text[..offset]));

    private static Encoding Of(YamlEncoding encoding) => encoding switch
    {
        YamlEncoding.Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        YamlEncoding.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        YamlEncoding.Utf32LittleEndian => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        YamlEncoding.Utf32BigEndian => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };
}
