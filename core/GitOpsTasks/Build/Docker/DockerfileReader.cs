using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Docker;

/// <summary>Divides a Dockerfile into instructions. What is wrong in one is for the engine to tell.</summary>
internal static partial class DockerfileReader
{
    /// <summary>The instructions, in their order.</summary>
    public static IReadOnlyList<DockerfileInstruction> Read(IReadOnlyList<string> lines)
    {
        var escape = EscapeOf(lines);
        var instructions = new List<DockerfileInstruction>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsComment(lines[i]) || string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var first = i;
            var text = Joined(lines, escape, ref i);
            var match = Instruction().Match(text);
            if (!match.Success)
                continue;
            var keyword = match.Groups[1].Value.ToUpperInvariant();
            var ends = keyword is "RUN" or "COPY" or "ADD" ? HereDocument().Matches(text).Select(here => here.Groups[2].Value).ToList() : [];
            foreach (var end in ends)
                i = AfterHereDocument(lines, i, end);
            instructions.Add(new DockerfileInstruction(keyword, match.Groups[2].Value.Trim(), first + 1) { HasHereDocument = ends.Count > 0 });
        }

        return instructions;
    }

    private static string Joined(IReadOnlyList<string> lines, char escape, ref int i)
    {
        var text = new StringBuilder();
        for (; i < lines.Count; i++)
        {
            if (text.Length > 0 && (IsComment(lines[i]) || string.IsNullOrWhiteSpace(lines[i])))
                continue;
            var line = lines[i].TrimEnd();
            if (!line.EndsWith(escape))
                return text.Append(line).ToString();
            text.Append(line.AsSpan(0, line.Length - 1));
        }

        return text.ToString();
    }

    private static int AfterHereDocument(IReadOnlyList<string> lines, int start, string end)
    {
        for (var i = start + 1; i < lines.Count; i++)
        {
            if (lines[i].Trim('\t') == end)
                return i;
        }

        return lines.Count;
    }

    private static char EscapeOf(IReadOnlyList<string> lines) =>
        lines.TakeWhile(IsComment).Any(line => Backtick().IsMatch(line)) ? '`' : '\\';

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith("#");

    [GeneratedRegex(@"\A\s*([A-Za-z]+)(?:\s+(.*))?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"(?<=\A|\s)\d*<<-?([""']?)([A-Za-z_][A-Za-z0-9_.]*)\1(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex HereDocument();

    [GeneratedRegex(@"\A\s*#\s*escape\s*=\s*`\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Backtick();
}
