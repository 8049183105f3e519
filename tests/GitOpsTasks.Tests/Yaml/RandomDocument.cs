using System.Text;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>Writes YAML nobody would: block and flow collections, all kinds of scalars, comments, anchors and tags, in any mixture.</summary>
internal sealed class RandomDocument(Random random)
{
    private const int Depth = 4;
    private int _anchors;

    public static IReadOnlyList<string> Texts { get; } =
        ["plain", "two words", "it's", "é😀", "", "1.10", "yes", "null", "a: b", "# no", "- x", "{x}", "[y", "*z", "&w", "!t", "%p", "@q", "`r", "a #b", "tab\there", "\\n", "\"quoted\"", "2024-01-01", "trailing ", " leading", ":", "?", "---", "a,b"];

    public string Write()
    {
        var text = new StringBuilder(Pick("", "\uFEFF", "---\n", "# head\n---\n"));
        for (var documents = random.Next(1, 3); documents > 0; documents--)
        {
            text.Append(Mapping(0, 0));
            if (documents > 1)
                text.Append("---\n");
        }

        var lineEnd = Pick("\n", "\n", "\r\n");
        return text.ToString().Replace("\n", lineEnd, StringComparison.Ordinal);
    }

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Mapping(int indent, int depth)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
            text.Append($"{new string(' ', indent)}{Pick("k", "'k", "\"k")}{count}".Replace($"'k{count}", $"'k{count}'", StringComparison.Ordinal).Replace($"\"k{count}", $"\"k{count}\"", StringComparison.Ordinal)).Append(':').Append(Value(indent, depth));
        return text.ToString();
    }

    private string Sequence(int indent, int depth)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
            text.Append(new string(' ', indent)).Append('-').Append(Value(indent, depth));
        return text.ToString();
    }

    // What follows a colon or a dash, to the end of its last line.
    private string Value(int indent, int depth) => random.Next(depth >= Depth ? 6 : 9) switch
    {
        6 => $"{Properties()}{Comment()}\n{Mapping(indent + random.Next(1, 4), depth + 1)}",
        7 => $"{Properties()}{Comment()}\n{Sequence(indent + random.Next(1, 4), depth + 1)}",
        5 => $"{Properties()} {Flow(2)}{Comment()}\n",
        4 => $" {Pick("|", ">", "|-", ">+")}\n{new string(' ', indent + 2)}block: text\n\n{new string(' ', indent + 2)}# more\n",
        _ => $"{Properties()} {Scalar(inFlow: false)}{Comment()}\n",
    };

    private string Flow(int depth) => (depth == 0 ? 2 : random.Next(3)) switch
    {
        0 => "[" + string.Join(Pick(",", ", ", " , "), Enumerable.Range(0, random.Next(3)).Select(_ => Flow(depth - 1))) + "]",
        1 => "{" + string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(number => $"f{number}: {Flow(depth - 1)}")) + "}",
        _ => Scalar(inFlow: true),
    };

    private string Scalar(bool inFlow)
    {
        var text = Texts[random.Next(Texts.Count)];
        return random.Next(3) switch
        {
            0 => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            1 => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
            _ => Pick("plain", "1.10", "two words", "v1.2.3", "é", inFlow ? "x" : "a,b"),
        };
    }

    private string Properties() => random.Next(6) switch
    {
        0 => $" &a{_anchors++}",
        1 => " !local",
        _ => "",
    };

    private string Comment() => Pick("", "", " # c", "   # key: 'value' {");
}
