using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Reads the <c>%</c> lines before a document (YAML 1.2.2, 6.8).</summary>
internal static class DirectiveParser
{
    /// <summary>Reads the directives at the cursor.</summary>
    /// <returns>The tag handles they declare; null where there are none.</returns>
    /// <exception cref="SyntaxErrorException">One is malformed, or given twice.</exception>
    public static TagHandles? Parse(ref Cursor cursor)
    {
        var handles = (TagHandles?)null;
        var hasVersion = false;
        while (!cursor.IsAtEnd && cursor.Current == '%' && cursor.At == cursor.LineStart)
        {
            var start = cursor.At++;
            var name = Word(ref cursor);
            if (name.SequenceEqual("YAML"u8))
            {
                ReadVersion(ref cursor, start, hasVersion);
                hasVersion = true;
            }
            else if (name.SequenceEqual("TAG"u8))
            {
                ReadHandle(ref cursor, start, handles ??= new TagHandles());
            }
            else
            {
                if (name.Length == 0)
                    throw new SyntaxErrorException(start, "A directive has to have a name.");
                SkipParameters(ref cursor);
            }

            cursor.IsFirst = false;
            cursor.Log(YamlTokenKind.Directive, start);
            cursor.SkipBlanks();
            if (!cursor.IsAtEndOfContent)
                throw new SyntaxErrorException(cursor.At, "A directive has more words than it takes.");
            cursor.SkipToContent();
        }

        return handles;
    }

    private static ReadOnlySpan<byte> Word(ref Cursor cursor)
    {
        var start = cursor.At;
        while (!Characters.IsBlankOrEnd(cursor.Text, cursor.At))
            cursor.At++;
        return cursor.Text[start..cursor.At];
    }

    private static ReadOnlySpan<byte> NextWord(ref Cursor cursor)
    {
        cursor.SkipBlanks();
        return Word(ref cursor);
    }

    private static void ReadVersion(ref Cursor cursor, int start, bool isSecond)
    {
        if (isSecond)
            throw new SyntaxErrorException(start, "A document has one %YAML line, and this is its second.");
        var version = NextWord(ref cursor);
        var dot = version.IndexOf((byte)'.');
        if (dot < 1 || dot == version.Length - 1 || version[..dot].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0
            || version[(dot + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            throw new SyntaxErrorException(start, "%YAML has to be followed by a version such as 1.2.");
        if (version[..dot] is not [(byte)'1'])
            throw new SyntaxErrorException(start, "Only version 1 of YAML can be read.");
    }

    private static void ReadHandle(ref Cursor cursor, int start, TagHandles handles)
    {
        var handle = Encoding.UTF8.GetString(NextWord(ref cursor));
        var prefix = NextWord(ref cursor);
        if (!IsHandle(handle) || !IsPrefix(prefix))
            throw new SyntaxErrorException(start, "%TAG has to be followed by a handle such as !e! and a prefix.");
        if (!handles.TryDeclare(handle, Encoding.UTF8.GetString(prefix)))
            throw new SyntaxErrorException(start, "This tag handle is declared already.");
    }

    private static bool IsHandle(string handle) =>
        handle.StartsWith('!') && (handle.Length == 1 || (handle.EndsWith('!') && handle[1..^1].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')));

    private static bool IsPrefix(ReadOnlySpan<byte> prefix)
    {
        foreach (var b in prefix)
        {
            if (b != '%' && !Characters.IsUri(b))
                return false;
        }

        return prefix.Length > 0 && !Characters.IsFlowIndicator(prefix[0]);
    }

    private static void SkipParameters(ref Cursor cursor)
    {
        var at = cursor.At;
        do
        {
            cursor.At = at;
            cursor.SkipBlanks();
            if (cursor.IsAtEndOfContent)
                break;
            _ = Word(ref cursor);
            at = cursor.At;
        }
        while (true);
        cursor.At = at;
    }
}
