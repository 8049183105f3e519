using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>
/// The text appended to the file that <c>GITHUB_OUTPUT</c> names: one heredoc per output. The delimiter must not be
/// guessable, or a value could end its own heredoc and set other outputs (CVE-2022-35954).
/// </summary>
public static class GitHubOutputFile
{
    /// <summary>The heredocs, in UTF-8 without a mark, lines ending in <c>\n</c>.</summary>
    /// <param name="outputs">Names and values.</param>
    /// <param name="delimiter">A fresh random word, such as a GUID.</param>
    /// <exception cref="TaskFailedException">
    /// A name holds <c>=</c>, <c>&lt;&lt;</c> or a line end, or a name or value holds the delimiter.
    /// </exception>
    public static byte[] Render(IEnumerable<KeyValuePair<string, string>> outputs, string delimiter)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            Check(name, value, delimiter);
            text.Append(name).Append("<<").Append(delimiter).Append('\n')
                .Append(value).Append('\n')
                .Append(delimiter).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Check(string name, string value, string delimiter)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAny("=\r\n") || name.Contains("<<", StringComparison.Ordinal))
        {
            throw TaskFailedException.Findings(
                ReportingCodes.OutputRefused, "An output has a name that GITHUB_OUTPUT cannot carry.", "Rename the output.");
        }

        if (name.Contains(delimiter, StringComparison.Ordinal) || value.Contains(delimiter, StringComparison.Ordinal))
        {
            throw TaskFailedException.Findings(
                ReportingCodes.OutputRefused,
                $"The output '{name}' holds the delimiter of the output file.",
                "Run the task again; if it stays so, look for text that tries to set other outputs.");
        }
    }
}
