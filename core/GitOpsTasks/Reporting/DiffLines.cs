using System.Text;

namespace GitOpsTasks.Reporting;

/// <summary>
/// The lines of a file for comparing, each with its <c>\n</c>. Bytes are held one per character, so that lines differ
/// exactly where their bytes do, whatever their encoding.
/// </summary>
internal static class DiffLines
{
    /// <summary>Bytes as characters.</summary>
    public static string Hold(ReadOnlySpan<byte> content) => Encoding.Latin1.GetString(content);

    /// <summary>A held line as it is shown: decoded as UTF-8.</summary>
    public static string Show(string line) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line));

    /// <summary>Splits after each <c>\n</c>; the last line may be without.</summary>
    public static string[] Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return [.. lines];
    }
}
