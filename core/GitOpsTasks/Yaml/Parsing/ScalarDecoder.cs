using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The value of a scalar from the bytes it is written with: folds lines, resolves escapes, cuts indentation.</summary>
internal static class ScalarDecoder
{
    /// <summary>The value of a scalar that was read from a text.</summary>
    public static string Decode(ReadOnlySpan<byte> text, in NodeData scalar)
    {
        var written = text[scalar.Start..scalar.End];
        var isQuoted = scalar.Style is YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted;
        if (scalar.IsVerbatim)
            return Encoding.UTF8.GetString(isQuoted ? written[1..^1] : written);
        var buffer = ArrayPool<byte>.Shared.Rent((written.Length / 2 * 3) + 2);
        try
        {
            var value = new ValueBuffer(buffer);
            if (scalar.Style is YamlStyle.Literal or YamlStyle.Folded)
                BlockScalarDecoder.Decode(written, scalar.Link, ref value);
            else
                DecodeFlow(isQuoted ? written[1..^1] : written, scalar.Style, ref value);
            return value.ToString();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void DecodeFlow(ReadOnlySpan<byte> content, YamlStyle style, ref ValueBuffer value)
    {
        for (var at = 0; at < content.Length;)
        {
            var b = content[at];
            if (Characters.IsBreak(b))
            {
                value.TrimBlanks();
                at = Fold(content, at, ref value);
            }
            else if (b == '\'' && style == YamlStyle.SingleQuoted)
            {
                value.Add(b);
                at += 2;
            }
            else if (b == '\\' && style == YamlStyle.DoubleQuoted)
            {
                at = Escape(content, at + 1, ref value);
            }
            else
            {
                value.Add(b);
                at++;
            }
        }
    }

    // One line break is a space, each further one a line feed.
    private static int Fold(ReadOnlySpan<byte> content, int at, ref ValueBuffer value)
    {
        at = SkipBreaks(content, at, out var breaks);
        if (breaks == 1)
            value.Add((byte)' ');
        else
            value.AddLineFeeds(breaks - 1);
        value.Seal();
        return at;
    }

    private static int SkipBreaks(ReadOnlySpan<byte> content, int at, out int breaks)
    {
        for (breaks = 0; at < content.Length && Characters.IsBreak(content[at]); breaks++)
            at = Characters.SkipBlanks(content, Characters.AfterBreak(content, at));
        return at;
    }

    private static int Escape(ReadOnlySpan<byte> content, int at, ref ValueBuffer value)
    {
        if (Characters.IsBreak(content[at]))
        {
            at = SkipBreaks(content, at, out var breaks);
            value.AddLineFeeds(breaks - 1);
            value.Seal();
            return at;
        }

        var digits = content[at] switch { (byte)'x' => 2, (byte)'u' => 4, (byte)'U' => 8, _ => 0 };
        var rune = digits > 0
            ? new Rune(int.Parse(content.Slice(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            : new Rune(Named(content[at]));
        value.Add(rune);
        return at + 1 + digits;
    }

    private static char Named(byte name) => name switch
    {
        (byte)'0' => '\0',
        (byte)'a' => '\a',
        (byte)'b' => '\b',
        (byte)'t' or (byte)'\t' => '\t',
        (byte)'n' => '\n',
        (byte)'v' => '\v',
        (byte)'f' => '\f',
        (byte)'r' => '\r',
        (byte)'e' => '\e',
        (byte)'N' => '\u0085',
        (byte)'_' => '\u00A0',
        (byte)'L' => '\u2028',
        (byte)'P' => '\u2029',
        _ => (char)name,
    };
}
