using System.Text;

namespace GitOpsTasks.Hosts.Tests.Cli;

/// <summary>
/// Reads an output file as GitHub's runner does: of <c>=</c> and <c>&lt;&lt;</c> the first on a line decides its form; a
/// heredoc ends at a line that is its delimiter.
/// </summary>
internal static class RunnerOutputFile
{
    public static Dictionary<string, string> Read(byte[] content)
    {
        content.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeFalse();
        var lines = new Queue<string>(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).Split('\n'));
        var outputs = new Dictionary<string, string>();
        while (lines.TryDequeue(out var line))
        {
            if (line.Length == 0)
                continue;
            var equals = line.IndexOf('=');
            var heredoc = line.IndexOf("<<", StringComparison.Ordinal);
            if (equals >= 0 && (heredoc < 0 || equals < heredoc))
                outputs[line[..equals]] = line[(equals + 1)..];
            else
                outputs[line[..heredoc]] = ReadValue(lines, line[(heredoc + 2)..]);
        }

        return outputs;
    }

    private static string ReadValue(Queue<string> lines, string delimiter)
    {
        var value = new List<string>();
        while (lines.Dequeue() is var line && line != delimiter)
            value.Add(line);
        return string.Join('\n', value);
    }
}
