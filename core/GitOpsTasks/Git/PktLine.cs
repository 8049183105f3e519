using System.Globalization;
using System.Text;

namespace GitOpsTasks.Git;

/// <summary>The lines of git's protocol: four hexadecimal digits of length, themselves counted, then the bytes (gitprotocol-common).</summary>
internal static class PktLine
{
    /// <summary>Ends a section of a request.</summary>
    public const string Delimiter = "0001";

    /// <summary>Ends a message.</summary>
    public const string Flush = "0000";

    private const int LengthDigits = 4;
    private const int Longest = 65520;

    /// <summary>A line of text; a line end is added.</summary>
    public static string Of(string text) => $"{Encoding.UTF8.GetByteCount(text) + LengthDigits + 1:x4}{text}\n";

    /// <summary>Reads one line.</summary>
    /// <returns>Its bytes; empty for a delimiter, null for a flush.</returns>
    /// <exception cref="InvalidDataException">It is no such line.</exception>
    /// <exception cref="EndOfStreamException">The answer is cut off.</exception>
    public static byte[]? Read(Stream stream)
    {
        Span<byte> digits = stackalloc byte[LengthDigits];
        stream.ReadExactly(digits);
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length is 3 or > Longest)
            throw new InvalidDataException("The server does not speak git's protocol.");
        if (length == 0)
            return null;
        var content = new byte[Math.Max(0, length - LengthDigits)];
        stream.ReadExactly(content);
        return content;
    }
}
