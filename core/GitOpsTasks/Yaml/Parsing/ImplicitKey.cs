using System.Runtime.CompilerServices;
using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>What limits a key without <c>?</c> (YAML 1.2.2, 7.4.2): one line, 1024 characters. That bounds how far a reader looks ahead.</summary>
internal static class ImplicitKey
{
    private const int MaxCharacters = 1024;
    private const int MaxBytesOfCharacter = 4;

    /// <summary>Checks that a key in block style is on one line, and its length.</summary>
    /// <exception cref="SyntaxErrorException">It goes over lines, or is too long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(in Cursor cursor, in NodeStart start, int colon)
    {
        if (start.Line != cursor.LineStart)
            throw new SyntaxErrorException(colon, "A key has to be on one line with its colon.", "Put `? ` before the key, or quote the text if no key is meant.");
        CheckLength(cursor.Text, start.Offset, colon);
    }

    /// <summary>Checks a key's length.</summary>
    /// <exception cref="SyntaxErrorException">It is too long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckLength(ReadOnlySpan<byte> text, int start, int colon)
    {
        if (colon - start <= MaxCharacters)
            return;
        if (colon - start > MaxCharacters * MaxBytesOfCharacter || Encoding.UTF8.GetCharCount(text[start..colon]) > MaxCharacters)
            throw new SyntaxErrorException(start, $"A key is longer than {MaxCharacters} characters.", "Put `? ` before it.");
    }
}
