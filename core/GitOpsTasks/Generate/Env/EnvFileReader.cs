using System.Text;
using System.Text.Unicode;

namespace GitOpsTasks.Generate.Env;

/// <summary>
/// Reads env files in either format. Where readers elsewhere lose or garble a line without a word, it is an error here; no
/// line is too long.
/// </summary>
public static class EnvFileReader
{
    // The buffer of Go's scanner: kustomize and kubectl stop at a longer line and tell nobody.
    private const int MostBytes = 64 * 1024;

    private static readonly ReadingDifference s_long = new(
        "kustomize and kubectl would lose this line and all below it, as it has 64 KiB or more; it is read here.", "Put large values into files of a volume.");

    /// <summary>Reads a file; what is wrong is in its diagnostics.</summary>
    /// <param name="content">UTF-8, with or without a byte order mark; LF or CRLF.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <param name="format">How lines are read.</param>
    public static EnvFile Read(ReadOnlySpan<byte> content, string path, EnvFormat format = EnvFormat.Literal)
    {
        if (content.StartsWith("\uFEFF"u8))
            content = content[3..];
        var entries = new EnvEntries(path);
        var lines = Lines(content, entries);
        if (format == EnvFormat.Dotenv)
            new DotenvLines(lines, entries).Read();
        else
            LiteralLines.Read(lines, entries);
        return entries.ToFile();
    }

    // What is no text is told, and stands as an empty line so that the others keep their numbers.
    private static List<string> Lines(ReadOnlySpan<byte> content, EnvEntries entries)
    {
        var lines = new List<string>();
        foreach (var range in content.Split((byte)'\n'))
        {
            var bytes = content[range];
            if (bytes.Length >= MostBytes)
                entries.Warn(lines.Count + 1, 1, s_long);
            if (bytes.EndsWith("\r"u8))
                bytes = bytes[..^1];
            var isText = Utf8.IsValid(bytes);
            lines.Add(isText ? Encoding.UTF8.GetString(bytes) : "");
            if (!isText)
                entries.Error(lines.Count, 1, "This line is not UTF-8.", "Save the file as UTF-8.");
        }

        return lines;
    }
}
