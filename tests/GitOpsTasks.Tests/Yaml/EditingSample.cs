using System.Text;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>
/// Writes files for the editor: every style of scalar and collection, comments and blank lines in every place, explicit keys,
/// aliases, empty values, several documents, all line ends, with and without a line end at the end.
/// </summary>
internal sealed class EditingSample(Random random)
{
    private int _anchors;
    private int _keys;
    private int _known;

    public static IReadOnlyList<string> Texts { get; } =
        [.. RandomDocument.Texts, "x\ny", "x\ny\n", "\n", "\n\nx\n\n\n", " spaced\nx\n", "x\n  deep\n\ty\n\nz\n", "x\n \ny", "\tx\n", "\r\n", "\u0007", "\u2028", "\u0085", "x \ny \n", "---\nx: y\n", "# c\n", "%y\n"];

    public byte[] Bytes()
    {
        var text = new StringBuilder(Pick("", "", "\uFEFF", "# head\n", "%YAML 1.2\n---\n", "--- # c\n", "# head\n\n---\n# more\n"));
        var document = random.Next(4) == 0 ? 2 : 1;
        for (; document > 0; document--)
        {
            _known = _anchors;
            text.Append(Pick("", "", "# of the first\n", "# apart\n\n")).Append(random.Next(4) == 0 ? Sequence(0, 0, false) : Mapping(0, 0, false)).Append(Pick("", "", "# last\n", "\n"));
            if (document > 1)
                text.Append(Pick("---\n", "...\n---\n", "--- # c\n", "---\n\n"));
        }

        text.Append(Pick("", "", "", "...\n"));
        if (random.Next(4) == 0 && text[^1] == '\n')
            text.Length--;
        return Encoding.UTF8.GetBytes(text.ToString().Replace("\n", Pick("\n", "\n", "\r\n", "\r"), StringComparison.Ordinal));
    }

    /// <summary>A mapping of few lines, as text with LF.</summary>
    public string Small() => Mapping(0, 3, false);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Spaces(int count) => new(' ', count);

    private string Mapping(int indent, int depth, bool compact)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            if (!compact)
                text.Append(Between(indent)).Append(Spaces(indent));
            compact = false;
            var key = $"k{_keys++}";
            text.Append(random.Next(12) switch
            {
                0 => $"? {key}{Comment()}\n{Spaces(indent)}:{Value(indent, depth, true)}",
                1 => $"'{key}':{Value(indent, depth, true)}",
                2 => $"\"{key}\" :{Value(indent, depth, true)}",
                3 => $"? {key}{Comment()}\n",
                4 => $"&a{_anchors++} {key}:{Value(indent, depth, true)}",
                _ => $"{key}:{Value(indent, depth, true)}",
            });
        }

        return text.ToString();
    }

    private string Sequence(int indent, int depth, bool compact)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            if (!compact)
                text.Append(Between(indent)).Append(Spaces(indent));
            compact = false;
            var gap = random.Next(1, 4);
            text.Append('-').Append(depth < 4 ? random.Next(6) switch
            {
                0 => Spaces(gap) + Mapping(indent + 1 + gap, depth + 1, true),
                1 => Spaces(gap) + Sequence(indent + 1 + gap, depth + 1, true),
                _ => Value(indent, depth, false),
            } : Value(indent, depth, false));
        }

        return text.ToString();
    }

    private string Between(int indent) => random.Next(12) switch
    {
        0 => "\n",
        1 => $"{Spaces(indent)}# at it\n",
        2 => $"\n{Spaces(indent)}# at it\n{Spaces(indent)}# more\n",
        3 => $"{Spaces(indent)}# apart\n\n",
        4 => $"{Spaces(indent + 2)}# deeper\n",
        _ => "",
    };

    // What follows a colon or a dash, to the end of its last line.
    private string Value(int indent, int depth, bool ofKey)
    {
        switch (random.Next(depth >= 4 ? 12 : 17))
        {
            case 0:
                return $"{Properties()}{Comment()}\n";
            case 1:
                return $" {Pick("~", "null", "*")}{Comment()}\n".Replace("*", _anchors > _known ? $"*a{random.Next(_known, _anchors)}" : "none", StringComparison.Ordinal);
            case 2:
                return $"{Properties()} {Pick("one\n{0}two", "'one\n{0}two'", "\"one\n\n{0}two\"", "\"one\\\n{0}  two\"", "\n{0}one", "\n{0}'one'")}{Comment()}\n".Replace("{0}", Spaces(indent + random.Next(1, 4)), StringComparison.Ordinal);
            case 3 or 4:
                return BlockScalar(indent);
            case 5 or 6:
                return $"{Properties()} {Flow(2)}{Comment()}\n";
            case 7:
                return $"{Properties()} {LongFlow(indent + 2)}{Comment()}\n";
            case 12 or 13:
                return $"{Properties()}{Comment()}\n{Mapping(indent + random.Next(1, 4), depth + 1, false)}";
            case 14 or 15 or 16:
                return $"{Properties()}{Comment()}\n{Sequence(indent + (ofKey ? random.Next(0, 4) : random.Next(1, 4)), depth + 1, false)}";
            default:
                return $"{Properties()} {Scalar(inFlow: false)}{Comment()}\n";
        }
    }

    private string BlockScalar(int indent)
    {
        var step = random.Next(1, 5);
        var (spaces, leads) = (Spaces(indent + step), random.Next(4) == 0);
        var lines = Pick("text\n", "key: value\n\n# inside\n", "one\ntwo\n\n three\n\n\n", "\nlate\n", "", "tab\there\n\n", "- a\n- b\n");
        var header = Pick("|", ">") + (leads || lines.StartsWith('\n') ? step.ToString() : "") + Pick("", "", "-", "+");
        var text = new StringBuilder($"{Properties()} {header}{Comment()}\n");
        foreach (var line in lines.Split('\n')[..^1])
            text.Append(line.Length == 0 ? "" : spaces + (leads ? " " : "") + line).Append('\n');
        return text.ToString();
    }

    private string LongFlow(int indent)
    {
        var isMapping = random.Next(2) == 0;
        var text = new StringBuilder(isMapping ? "{" : "[").Append(Pick("\n", " # c\n", "\n"));
        for (var count = random.Next(0, 4); count > 0; count--)
        {
            text.Append(Pick("", "", Spaces(indent) + "# at it\n", "\n")).Append(Spaces(indent)).Append(isMapping ? $"f{_keys++}: {Flow(1)}" : Flow(1));
            text.Append(count > 1 ? Pick(",", ",", " ,") : Pick("", ",")).Append(Pick("\n", "\n", " # c\n"));
        }

        return text.Append(Spaces(indent - 1)).Append(isMapping ? '}' : ']').ToString();
    }

    private string Flow(int depth) => (depth == 0 ? 9 : random.Next(8)) switch
    {
        0 or 1 => "[" + Pick("", " ") + string.Join(Pick(",", ", ", " , "), Enumerable.Range(0, random.Next(4)).Select(_ => Flow(depth - 1))) + Pick("", " ") + "]",
        2 or 3 => "{" + Pick("", " ") + string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => FlowPair(depth))) + Pick("", " ") + "}",
        4 => $"[{Flow(0)}, {Flow(0)},]",
        5 => $"[s{_keys++}: {Flow(0)}, x]",
        _ => Scalar(inFlow: true),
    };

    private string FlowPair(int depth) => random.Next(8) switch
    {
        0 => $"f{_keys++}",
        1 => $"f{_keys++}:",
        2 => $"? f{_keys++} : {Flow(depth - 1)}",
        3 => $"\"f{_keys++}\":{Flow(depth - 1)}",
        _ => $"f{_keys++}: {Flow(depth - 1)}",
    };

    private string Scalar(bool inFlow)
    {
        var text = RandomDocument.Texts[random.Next(RandomDocument.Texts.Count)];
        return random.Next(3) switch
        {
            0 => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            1 => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
            _ => Pick("plain", "1.10", "two words", "v1.2.3", "é", "-x", inFlow ? "x" : "a,b", inFlow ? "y" : "--- z"),
        };
    }

    private string Properties() => random.Next(8) switch
    {
        0 => $" &a{_anchors++}",
        1 => " !local",
        2 => $" !!str &a{_anchors++}",
        _ => "",
    };

    private string Comment() => Pick("", "", " # c", "   # key: 'value' {");
}
