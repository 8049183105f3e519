using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Finds the end of quoted scalars (YAML 1.2.2, 7.3.1 and 7.3.2).</summary>
internal static class QuotedScanner
{
    private const string Unclosed = "This quote is not closed.";

    private static readonly SearchValues<byte> s_doubleStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>Reads from the opening to the closing quote.</summary>
    /// <param name="cursor">At the opening quote; moved after the closing one.</param>
    /// <param name="indent">Further lines are indented by more than this.</param>
    /// <returns>Whether the value is the bytes between the quotes.</returns>
    public static bool Scan(ref Cursor cursor, int indent)
    {
        var text = cursor.Text;
        var quote = text[cursor.At];
        var start = cursor.At++;
        var isVerbatim = true;
        while (true)
        {
            var length = quote == '"'
                ? text[cursor.At..].IndexOfAny(s_doubleStops)
                : text[cursor.At..].IndexOfAny((byte)'\'', (byte)'\n', (byte)'\r');
            if (length < 0)
                throw new SyntaxErrorException(start, Unclosed);
            cursor.At += length;
            if (text[cursor.At] == quote)
            {
                cursor.At++;
                if (quote == '"' || cursor.IsAtEnd || cursor.Current != '\'')
                    break;
                cursor.At++;
            }
            else if (text[cursor.At] == '\\')
            {
                Escape(ref cursor, start, indent);
            }
            else
            {
                NextLine(ref cursor, start, indent);
            }

            isVerbatim = false;
        }

        cursor.IsFirst = false;
        return isVerbatim;
    }

    private static void NextLine(ref Cursor cursor, int start, int indent)
    {
        var text = cursor.Text;
        var lineStart = Characters.AfterBreak(text, cursor.At);
        var content = Characters.SkipBlanks(text, lineStart);
        if (content >= text.Length || Characters.IsDocumentMarker(text, lineStart))
            throw new SyntaxErrorException(start, Unclosed);
        if (!Characters.IsBreak(text[content]) && Characters.SkipSpaces(text, lineStart) - lineStart <= indent)
        {
            throw new SyntaxErrorException(
                content,
                "A line of a quoted text is indented too little.",
                "Indent it by spaces, further than the key or dash it belongs to.");
        }

        cursor.LineStart = lineStart;
        cursor.At = content;
    }

    private static void Escape(ref Cursor cursor, int start, int indent)
    {
        var text = cursor.Text;
        var at = cursor.At + 1;
        if (at >= text.Length)
            throw new SyntaxErrorException(start, Unclosed);
        switch (text[at])
        {
            case (byte)'\n' or (byte)'\r':
                cursor.At = at;
                NextLine(ref cursor, start, indent);
                return;
            case (byte)'x':
                CheckCode(text, at, 2);
                break;
            case (byte)'u':
                CheckCode(text, at, 4);
                break;
            case (byte)'U':
                CheckCode(text, at, 8);
                break;
            default:
                if (!"0abt\tnvfre \"/\\N_LP"u8.Contains(text[at]))
                    throw new SyntaxErrorException(at - 1, "There is no such escape in YAML.", "Write a backslash as \\\\, or use single quotes.");
                break;
        }

        cursor.At = at + 1;
    }

    private static void CheckCode(ReadOnlySpan<byte> text, int at, int digits)
    {
        var code = text.Slice(at + 1, Math.Min(digits, text.Length - at - 1));
        var isCode = uint.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune);
        if (code.Length < digits || !isCode || !Rune.IsValid(rune))
            throw new SyntaxErrorException(at - 1, $"\\{(char)text[at]} needs {digits} hexadecimal digits that name a character.");
    }
}
