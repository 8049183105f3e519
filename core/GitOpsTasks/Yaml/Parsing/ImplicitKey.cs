using System.Runtime.CompilerServices;
using System.Text;

namespace GitOpsTasks.Yaml.Parsing;

/// <summary>What limits a key without <c>?</c> (YAML 1.2.2, 7.4.2): one line, 1024 characters. That bounds how far a reader looks ahead.</summary>
internal static class ImplicitKey
{
    private const int MaxCharacters = 1024;
    private const int MaxBytesOfCharacter = 4;

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
