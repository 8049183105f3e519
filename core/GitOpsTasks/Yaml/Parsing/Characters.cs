using System.Runtime.CompilerServices;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>The character classes of YAML 1.2.2, chapter 5, over UTF-8 bytes.</summary>
internal static class Characters
{
    private const byte BlankOrBreak = 1;
    private const byte FlowIndicator = 2;
    private const byte NoPlainStart = 4;
    private const byte Hex = 8;
    private const byte Uri = 16;

    private static readonly byte[] s_classes = Build();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBreak(byte b) => b is (byte)'\n' or (byte)'\r';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFlowIndicator(byte b) => (s_classes[b] & FlowIndicator) != 0;

    public static bool IsHex(byte b) => (s_classes[b] & Hex) != 0;

    /// <summary>ns-uri-char without the percent sign.</summary>
    public static bool IsUri(byte b) => (s_classes[b] & Uri) != 0;

    /// <summary>Whether a plain scalar cannot begin with it; <c>-</c>, <c>?</c> and <c>:</c> depend on what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIndicator(byte b) => (s_classes[b] & NoPlainStart) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlankOrEnd(ReadOnlySpan<byte> text, int at) => (uint)at >= (uint)text.Length || (s_classes[text[at]] & BlankOrBreak) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBreakOrEnd(ReadOnlySpan<byte> text, int at) => (uint)at >= (uint)text.Length || IsBreak(text[at]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFlowIndicatorAt(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && IsFlowIndicator(text[at]);

    /// <summary>Offset after the line break at an offset: one byte, or two for CRLF.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AfterBreak(ReadOnlySpan<byte> text, int at) =>
        text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;

    /// <summary>Offset of the next line break, or the end of the text.</summary>
    public static int EndOfLine(ReadOnlySpan<byte> text, int at) =>
        text[at..].IndexOfAny((byte)'\n', (byte)'\r') is var length and >= 0 ? at + length : text.Length;

    /// <summary>Offset after the spaces that begin at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] == ' ')
            at++;
        return at;
    }

    /// <summary>Offset after the spaces and tabs that begin at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && IsBlank(text[at]))
            at++;
        return at;
    }

    /// <summary>Whether a line begins with <c>---</c> or <c>...</c> as a word of its own (c-forbidden).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDocumentMarker(ReadOnlySpan<byte> text, int lineStart) =>
        (uint)lineStart < (uint)text.Length && text[lineStart] is (byte)'-' or (byte)'.' && IsMarker(text, lineStart, text[lineStart]);

    /// <summary>Whether a line begins with three of a byte as a word of its own.</summary>
    public static bool IsMarker(ReadOnlySpan<byte> text, int lineStart, byte mark) =>
        lineStart + 2 < text.Length && text[lineStart] == mark && text[lineStart + 1] == mark && text[lineStart + 2] == mark
        && IsBlankOrEnd(text, lineStart + 3);

    private static byte[] Build()
    {
        var classes = new byte[256];
        Add(" \t\n\r", BlankOrBreak);
        Add(",[]{}", FlowIndicator);
        Add(",[]{}#&*!|>'\"%@`", NoPlainStart);
        Add("0123456789abcdefABCDEF", Hex);
        Add("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-#;/?:@&=+$,_.!~*'()[]", Uri);
        return classes;

        void Add(string characters, byte kind)
        {
            foreach (var c in characters)
                classes[c] |= kind;
        }
    }
}
