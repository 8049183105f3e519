using System.Text;
using System.Text.RegularExpressions;
using GitOpsTasks.Chain;
using GitOpsTasks.Cli;

namespace GitOpsTasks.Hosts.Tests.Pages;

/// <summary>Finds the command lines of <c>gitops</c> on a page: in blocks, scripts of workflows among them, and between backticks.</summary>
internal static partial class CommandLines
{
    /// <summary>The commands there are.</summary>
    public static IReadOnlyList<TaskEntry> Catalog => CommandCatalog.Entries;

    /// <summary>What stands behind <c>gitops</c>, as words.</summary>
    public static IEnumerable<IReadOnlyList<string>> On(Page page)
    {
        foreach (var (_, lines) in page.Blocks)
        {
            var text = string.Join('\n', lines).Replace("\\\n", " ", StringComparison.Ordinal);
            foreach (var line in text.Split('\n'))
            {
                if (Begin().Match(line) is { Success: true } match)
                    yield return Words(line[match.Length..], match.Groups["outer"].Value);
            }
        }

        foreach (var span in page.Spans.Where(span => span.StartsWith("gitops ", StringComparison.Ordinal)))
        {
            var words = Words(span["gitops ".Length..], "");
            if (words.Count > 0 && Catalog.Any(entry => entry.Name == words[0]))
                yield return words;
        }
    }

    // As a shell splits them, up to what ends a command.
    private static List<string> Words(string line, string outer)
    {
        if (outer.Length > 0)
            line = line[..line.LastIndexOf(outer, StringComparison.Ordinal)];
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, open) = ('\0', false);
        foreach (var letter in line)
        {
            if (quote != '\0')
            {
                if (letter == quote)
                    quote = '\0';
                else
                    word.Append(letter);
            }
            else if (letter is '\'' or '"')
            {
                (quote, open) = (letter, true);
            }
            else if (letter == ' ' || letter is '|' or '>' or ';' or '&' || (letter == '#' && !open))
            {
                if (open)
                    words.Add(word.ToString());
                word.Clear();
                open = false;
                if (letter != ' ')
                    return words;
            }
            else
            {
                word.Append(letter);
                open = true;
            }
        }

        if (open)
            words.Add(word.ToString());
        return words;
    }

    [GeneratedRegex(
        @"^\s*(?:[$-]\s+)?(?:(?:run|script):\s+)?(?:(?:[A-Z_]+=\S+\s+)*gitops|(?<outer>')""[^""]*/gitops""|dotnet run --project actions/GitOpsTasks\.Cli --)\s+(?=[a-z-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}
