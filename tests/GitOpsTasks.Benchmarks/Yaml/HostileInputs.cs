using System.Text;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Files made to be slow to read: each holds one thing, over and over.</summary>
internal static class HostileInputs
{
    public static IReadOnlyList<GrowingInput> All { get; } =
    [
        .. Nesting(), .. Scalars(), .. Anchors(), .. Errors(), .. Flat(),
    ];

    private static IEnumerable<GrowingInput> Nesting()
    {
        yield return Repeated("[ never closed", "", "[");
        yield return Closed("[ closed", "[", "]");
        yield return Repeated("{a: never closed", "", "{a: ");
        yield return Closed("{a: closed", "{a: ", "}");
        yield return Repeated("[{ in turns", "", "[{a: ");
        yield return Repeated("- - - on a line", "", "- ");
        yield return Repeated("? ? ? on a line", "", "? ");
        yield return new("deeper each line", size => Ascii(string.Concat(
            Enumerable.Range(0, (int)Math.Sqrt(2.0 * size)).Select(depth => new string(' ', depth) + "a:\n"))));
    }

    private static IEnumerable<GrowingInput> Scalars()
    {
        yield return Repeated("plain, one line", "a: ", "word ");
        yield return Repeated("plain, many lines", "a:\n", "  words here\n");
        yield return Repeated("single-quoted, one line", "a: '", "it''s ", "'");
        yield return Repeated("single-quoted, many lines", "a: '", "it''s\n  ", "'");
        yield return Repeated("double-quoted, one line", "a: \"", "word ", "\"");
        yield return Repeated("double-quoted, many lines", "a: \"", "word\n  ", "\"");
        yield return Repeated("escapes", "a: \"", "\\u00e9\\n\\\"", "\"");
        yield return Repeated("quotes never closed", "a: \"", "word\n  ");
        yield return Repeated("literal, one line", "a: |\n  ", "word ");
        yield return Repeated("literal, many lines", "a: |\n", "  word\n");
        yield return Repeated("literal, blank lines", "a: |\n", "\n");
        yield return Repeated("folded, many lines", "a: >\n", "  word\n   more\n");
        yield return Repeated("quotes in turns", "", "- 'a'\n- \"b\"\n");
        yield return Repeated("long key that is none", "\"", "word ", "\"");
        yield return Repeated("keys that are none", "", "\"a\" 'b' ");
        yield return Repeated("flow key over lines", "[", "a\n b, ", "]: x\n");
    }

    private static IEnumerable<GrowingInput> Anchors()
    {
        yield return Numbered("anchors", "", i => $"- &a{i} x\n");
        yield return Repeated("one anchor again and again", "", "- &a x\n");
        yield return Repeated("aliases of one anchor", "- &a x\n", "- *a\n");
        yield return Numbered("anchors with aliases", "", i => $"- &a{i} x\n- *a{i}\n");
        yield return Repeated("aliases of nothing, one line", "[", "*a, ", "]");
        yield return Repeated("aliases of nothing, many lines", "", "- *a\n");
        yield return Repeated("tags", "", "- !!str x\n- !local y\n");
        yield return Repeated("tags of no handle", "", "- !x!y z\n");
        yield return Numbered("directives", "", i => $"%TAG !h{i}! tag:example.com,2000:\n", "---\na: 1\n");
    }

    private static IEnumerable<GrowingInput> Errors()
    {
        yield return Repeated("errors in one document", "", "a: b: c\n");
        yield return Repeated("an error in each document", "", "---\na: b: c\n");
        yield return Repeated("tabs as indentation", "a:\n", "\t- x\n");
        yield return Repeated("closing brackets", "", "]");
        yield return Repeated("bytes that are no text", "a: ", "\u0001");
    }

    private static IEnumerable<GrowingInput> Flat()
    {
        yield return Repeated("flow items", "[", "a, ", "]");
        yield return Repeated("flow pairs", "[", "a: b, ", "]");
        yield return Repeated("keys in keys", "", $"- {new string('[', 100)}x{string.Concat(Enumerable.Repeat(": y]", 100))}\n");
        yield return Repeated("flow commas", "[", ",", "]");
        yield return Numbered("keys of one mapping", "", i => $"key{i}: value\n");
        yield return Repeated("items", "", "- a\n");
        yield return Repeated("empty items", "", "-\n");
        yield return Repeated("comments", "a: b\n", "# a comment\n");
        yield return Repeated("comments in a flow", "[\n", "# a comment\n", "]");
        yield return Repeated("comments after items", "", "- a # a comment\n");
        yield return Repeated("blank lines", "a: b\n", "\n");
        yield return Repeated("spaces", "a: b\n", " ");
        yield return Repeated("documents", "", "--- a\n");
        yield return Repeated("document ends", "", "...\n");
    }

    private static GrowingInput Repeated(string name, string head, string part, string tail = "") =>
        new(name, size => Ascii(head + new StringBuilder().Insert(0, part, Math.Max(1, size / part.Length)) + tail));

    private static GrowingInput Closed(string name, string open, string close) => new(name, size =>
    {
        var count = size / (open.Length + close.Length);
        return Ascii(new StringBuilder().Insert(0, open, count).Append('x').Append(close[0], count).ToString());
    });

    private static GrowingInput Numbered(string name, string head, Func<int, string> part, string tail = "") => new(name, size =>
    {
        var text = new StringBuilder(head);
        for (var i = 0; text.Length < size; i++)
            text.Append(part(i));
        return Ascii(text.Append(tail).ToString());
    });

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
