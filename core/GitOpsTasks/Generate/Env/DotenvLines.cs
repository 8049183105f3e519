using System.Text;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Generate.Env;

/// <summary>
/// Lines as the dotenv family reads them. Its readers differ among themselves: what holds here is written down in
/// docs/env-files.md. Nothing is taken from the machine's own environment, so that a file means the same everywhere.
/// </summary>
internal sealed partial class DotenvLines(IReadOnlyList<string> lines, EnvEntries entries)
{
    private int _index;

    /// <summary>Reads the lines.</summary>
    public void Read()
    {
        for (_index = 0; _index < lines.Count; _index++)
        {
            if (lines[_index].TrimStart() is { Length: > 0 } text && text[0] != '#')
                ReadVariable(lines[_index], _index + 1);
        }
    }

    private void ReadVariable(string line, int number)
    {
        var start = Start().Match(line);
        var key = start.Groups["key"];
        var column = key.Success ? key.Index + 1 : line.Length - line.TrimStart().Length + 1;
        if (!start.Success && line.Contains('=', StringComparison.Ordinal))
        {
            entries.Error(number, column, "The key has space in it.", "Write KEY=VALUE.");
            return;
        }

        if (!start.Success || key.Length == 0)
        {
            entries.Error(number, column, start.Success ? "This line has no key." : "This line has no '='.", "Write KEY=VALUE; nothing is taken from the environment of the machine.");
            return;
        }

        var first = _index;
        try
        {
            var value = Value(line, start.Length);
            entries.Add(key.Value, value, number, column, start.Length + 1, LiteralDifference.Of(line, key.Value, value, _index - first + 1));
        }
        catch (FormatException e)
        {
            entries.Error(number, start.Length + 1, e.Message, "See docs/env-files.md for what can stand in a value.");
        }
    }

    private string Value(string line, int at)
    {
        if (at < line.Length && line[at] is '"' or '\'' or '`')
            return Quoted(line[at], at + 1);
        var end = at;
        while (end < line.Length && !(line[end] == '#' && char.IsWhiteSpace(line[end - 1])))
            end++;
        return DotenvExpansion.Of(line[at..end].TrimEnd(), withEscapes: false, entries.Find);
    }

    // Up to the next quote of the same kind, on whatever line it is.
    private string Quoted(char quote, int at)
    {
        var text = new StringBuilder();
        for (var index = _index; index < lines.Count; index++, at = 0)
        {
            var line = lines[index];
            for (; at < line.Length && line[at] != quote; at++)
            {
                text.Append(line[at]);
                if (quote == '"' && line[at] == '\\' && at + 1 < line.Length)
                    text.Append(line[++at]);
            }

            if (at < line.Length)
            {
                _index = index;
                if (!AfterQuote().IsMatch(line[(at + 1)..]))
                    throw new FormatException("Text stands after the closing quote.");
                return quote == '"' ? DotenvExpansion.Of(text.ToString(), withEscapes: true, entries.Find) : text.ToString();
            }

            text.Append('\n');
        }

        throw new FormatException("The quote is not closed.");
    }

    [GeneratedRegex(@"\A\s*(export[ \t]+(?=[^\s=]))?(?<key>[^\s=]*)[ \t]*=[ \t]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Start();

    [GeneratedRegex(@"\A\s*(\s#.*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AfterQuote();
}
