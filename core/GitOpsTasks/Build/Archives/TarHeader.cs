using System.Text;

namespace GitOpsTasks.Build.Archives;

/// <summary>Headers of tar archives, in the ustar format of POSIX.1-1988 with the PAX extension of POSIX.1-2001.</summary>
internal static class TarHeader
{
    private const int NameLength = 100;
    private const long LargestSize = 0x1_FFFF_FFFF; // eleven octal digits

    /// <summary>The PAX records for what does not fit an ustar header; empty where all does.</summary>
    public static string PaxRecords(string path, string? link, long size)
    {
        var records = new StringBuilder();
        if (!Fits(path))
            records.Append(Record("path", path));
        if (link is not null && !Fits(link))
            records.Append(Record("linkpath", link));
        if (size > LargestSize)
            records.Append(Record("size", size.ToString()));
        return records.ToString();
    }

    /// <summary>One header block; what does not fit is cut.</summary>
    public static byte[] Of(string path, UnixFileMode mode, long size, char kind, string? link, DateTimeOffset time)
    {
        var header = new byte[512];
        Text(header.AsSpan(0, NameLength), path);
        Octal(header.AsSpan(100, 8), (long)mode);
        Octal(header.AsSpan(108, 8), 0);
        Octal(header.AsSpan(116, 8), 0);
        Octal(header.AsSpan(124, 12), Math.Min(size, LargestSize));
        Octal(header.AsSpan(136, 12), Math.Max(0, time.ToUnixTimeSeconds()));
        header.AsSpan(148, 8).Fill((byte)' ');
        header[156] = (byte)kind;
        Text(header.AsSpan(157, NameLength), link ?? "");
        "ustar\0"u8.CopyTo(header.AsSpan(257));
        "00"u8.CopyTo(header.AsSpan(263));
        Octal(header.AsSpan(329, 8), 0);
        Octal(header.AsSpan(337, 8), 0);
        Octal(header.AsSpan(148, 7), header.Sum(b => (long)b));
        header[154] = 0;
        return header;
    }

    private static bool Fits(string text) => text.Length <= NameLength && text.All(char.IsAscii);

    // The length at the start of a record counts its own digits.
    private static string Record(string key, string value)
    {
        var rest = Encoding.UTF8.GetByteCount($" {key}={value}\n");
        var length = rest + rest.ToString().Length;
        if (length.ToString().Length > rest.ToString().Length)
            length = rest + length.ToString().Length;
        return $"{length} {key}={value}\n";
    }

    private static void Text(Span<byte> field, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, field.Length)).CopyTo(field);
    }

    private static void Octal(Span<byte> field, long value)
    {
        var digits = Convert.ToString(value, 8).PadLeft(field.Length - 1, '0');
        Encoding.ASCII.GetBytes(digits, field);
    }
}
