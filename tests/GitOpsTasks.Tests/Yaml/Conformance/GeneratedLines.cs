using System.Text;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Writes plain and quoted scalars, over one line or several, and knows what they fold to.</summary>
/// <param name="draft">What they are written to.</param>
/// <param name="parent">The indentation that further lines must exceed; null where all must be on one line.</param>
internal sealed class GeneratedLines(Draft draft, int? parent)
{
    private static readonly string[] Firsts =
        ["plain", "1.10", "v1.2.3", "é", "😀", "true", "null", "~", "-x", "--x", "?x", "a:b", "a#b", "http://x.y/z", "x\"y", "it's", "a\\b", "<<", "=", ".x", "...x"];

    private static readonly string[] Words = [.. Firsts, "-", "?", "&w", "!t", "%p", "@q", "`r", "|", ">", "'s'", "\"d\"", "---"];

    private static readonly string[] BlockWords = [.. Words, "a,b", "{x}", "[y", "z]", ","];

    private static readonly string[] QuotedWords =
        [.. BlockWords, "*z", "a: b", "# no", "- x", "? y", ": z", "a #b", ":", "#", "key:", "..."];

    private static readonly (string Written, string Meant)[] Escapes =
    [
        ("\\n", "\n"), ("\\t", "\t"), ("\\\"", "\""), ("\\\\", "\\"), ("\\x41", "A"), ("\\u263a", "☺"), ("\\U0001F600", "😀"), ("\\/", "/"), ("\\e", "\e"),
        ("\\0", "\0"), ("\\_", "\u00A0"), ("\\N", "\u0085"), ("\\L", "\u2028"), ("\\P", "\u2029"), ("\\ ", " "), ("\\r", "\r"), ("\\b", "\b"), ("\\a", "\a"),
        ("\\v", "\v"), ("\\f", "\f"), ("\\\t", "\t"),
    ];

    private readonly StringBuilder _value = new();

    public string Plain(bool inFlow)
    {
        PlainLine(inFlow);
        while (More())
        {
            Fold();
            PlainLine(inFlow);
        }

        return _value.ToString();
    }

    public string SingleQuoted() => Quoted('\'', word => Add(word.Replace("'", "''", StringComparison.Ordinal), word));

    public string DoubleQuoted() => Quoted('"', word =>
    {
        if (draft.OneIn(3))
        {
            var (written, meant) = Escapes[draft.Next(0, Escapes.Length - 1)];
            Add(written, meant);
        }
        else
        {
            Add(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), word);
        }
    });

    private string Quoted(char quote, Action<string> write)
    {
        draft.Write(quote.ToString());
        if (!draft.OneIn(10))
        {
            Spaces();
            QuotedLine(write);
            while (More())
            {
                if (quote == '"' && draft.OneIn(3))
                    BreakByEscape();
                else
                    Fold();
                QuotedLine(write);
            }

            Spaces();
        }

        draft.Write(quote.ToString());
        return _value.ToString();
    }

    private void PlainLine(bool inFlow)
    {
        Add(draft.Pick(Firsts));
        while (draft.OneIn(3))
        {
            Add(draft.Pick(" ", " ", "  ", "\t"));
            Add(draft.IsExotic && draft.OneIn(8) ? "*z" : draft.Pick(inFlow ? Words : BlockWords));
        }
    }

    private void QuotedLine(Action<string> write)
    {
        var word = draft.Pick(QuotedWords);
        if (draft.Column == 0 && word[0] is '-' or '.')
            word = "x" + word;
        write(word);
        while (draft.OneIn(2))
        {
            Add(draft.Pick("", " ", "  ", "\t"));
            write(draft.Pick(QuotedWords));
        }
    }

    private bool More() => parent is not null && draft.OneIn(5);

    private void Spaces()
    {
        if (draft.OneIn(6))
            Add(" ");
    }

    private void Fold()
    {
        draft.Write(draft.Pick("", "", " ", "\t", "  "));
        var blanks = BreakLines();
        _value.Append(blanks == 0 ? " " : new string('\n', blanks));
    }

    private void BreakByEscape()
    {
        if (draft.OneIn(2))
            Add(" ");
        draft.Write("\\");
        _value.Append('\n', BreakLines());
    }

    private int BreakLines()
    {
        var blanks = draft.OneIn(3) ? draft.Next(1, 2) : 0;
        draft.Write("\n");
        for (var i = 0; i < blanks; i++)
            draft.Write(draft.Pick("\n", "\n", "  \n"));
        draft.Indent((parent ?? 0) + 1 + draft.Next(0, 2));
        return blanks;
    }

    private void Add(string text) => Add(text, text);

    private void Add(string written, string meant)
    {
        draft.Write(written);
        _value.Append(meant);
    }
}
