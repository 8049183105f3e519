using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>
/// Texts that rules are tried on: those of snippets.txt, and for each some that differ from it in a line or a few characters.
/// <c>=== only TOOL refuses it: REASON</c> is above a text that only one takes for YAML. In the file <c>␣</c> is a blank at the end of a line, <c>»</c> a tab, <c>←</c> CRLF, and <c>∎</c> an end without a line feed.
/// </summary>
internal static partial class Snippets
{
    private static readonly string[] s_pieces =
        [" ", "  ", ": ", ",", "#", " # ", "\"", "'", "[", "]", "{", "}", "- ", "\n", "é", "\t", "|", ">", "&a ", "*a ", "!t ", "? "];

    /// <summary>The texts as they are written.</summary>
    public static Snippet[] Written { get; } =
        [.. Entry().Matches(File.ReadAllText(LintTestData.PathOf("snippets.txt"))).Select(entry => new Snippet(
            Unfold(entry.Groups["text"].Value), Given(entry.Groups["tool"]), Given(entry.Groups["reason"])))];

    /// <summary>Texts made of those, always the same.</summary>
    /// <param name="seed">Tells one set from another.</param>
    /// <param name="each">How many for each.</param>
    public static IEnumerable<string> Varied(int seed, int each)
    {
        var random = new Random(seed);
        return Written.SelectMany(snippet => Enumerable.Range(0, each).Select(_ => Vary(snippet.Text, random)));
    }

    [GeneratedRegex(@"^===( only (?<tool>\w+) refuses it: (?<reason>.*))?\n(?<text>(?:(?!===).*\n)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    private static string? Given(Group group) => group.Success ? group.Value : null;

    private static string Unfold(string text)
    {
        text = text.Replace('␣', ' ').Replace('»', '\t').Replace("←\n", "\r\n");
        return text.EndsWith("∎\n", StringComparison.Ordinal) ? text[..^2] : text;
    }

    private static string Vary(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        var column = random.Next(lines[line].Length + 1);
        switch (random.Next(6))
        {
            case 0:
                lines.Insert(line, lines[random.Next(lines.Count)]);
                break;
            case 1:
                lines.RemoveAt(line);
                break;
            case 2:
                lines[line] = new string(' ', random.Next(4)) + lines[line];
                break;
            case 3:
                lines.InsertRange(line, Written[random.Next(Written.Length)].Text.Split('\n'));
                break;
            case 4:
                lines[line] = lines[line].Insert(column, s_pieces[random.Next(s_pieces.Length)]);
                break;
            default:
                lines[line] = lines[line].Remove(Math.Max(0, column - 1), Math.Min(1, lines[line].Length));
                break;
        }

        return string.Join('\n', lines);
    }
}
