using System.Text;

namespace GitOpsTasks.Init.Sources;

/// <summary>Words of instructions and command lines: quotes hold them together, and are taken off.</summary>
internal static class DockerWords
{
    /// <summary>Splits a text at white space outside quotes.</summary>
    public static IReadOnlyList<string> Split(string text, char escape = '\\')
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == escape && quote != '\'' && i + 1 < text.Length && text[i + 1] != '$')
                (_, isOpen) = (word.Append(text[++i]), true);
            else if (quote == '\0' && c is '"' or '\'')
                (quote, isOpen) = (c, true);
            else if (quote != '\0' && c == quote)
                quote = '\0';
            else if (quote == '\0' && char.IsWhiteSpace(c))
                isOpen = Close(words, word, isOpen);
            else
                (_, isOpen) = (word.Append(c), true);
        }

        Close(words, word, isOpen);
        return words;
    }

    /// <summary>Names with values: <c>A=1 B="2 3"</c>, or for an environment <c>A 1 2 3</c>.</summary>
    public static IEnumerable<(string Name, string? Value)> Pairs(string text, char escape, bool isEnvironment = false)
    {
        var words = Split(text, escape);
        if (isEnvironment && words.Count > 0 && !words[0].Contains('='))
            return [(words[0], words.Count > 1 ? string.Join(' ', words.Skip(1)) : null)];
        return words.Select(word => word.IndexOf('=') is var equals and > 0 ? (word[..equals], word[(equals + 1)..]) : (word, default(string)));
    }

    private static bool Close(List<string> words, StringBuilder word, bool isOpen)
    {
        if (isOpen)
            words.Add(word.ToString());
        word.Clear();
        return false;
    }
}
