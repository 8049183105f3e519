using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Manifests of every style in one file, with the places that are the image <c>web:1.4.0</c> marked off.</summary>
/// <param name="Parts">The text, cut where an image begins and ends: every second part is one, quotes included.</param>
/// <param name="Style">What it is made of, for a failing test's message.</param>
public sealed record MixedDocuments(IReadOnlyList<string> Parts, string Style)
{
    public const string Image = "web:1.4.0";

    private const char Cut = '\u0001';

    public byte[] Content => Encoding.UTF8.GetBytes(string.Concat(Parts));

    public static Arbitrary<MixedDocuments> Any { get; } = Generate().ToArbitrary();

    private static Gen<string> Containers { get; } = Gen.OneOf(
        from list in Gen.Elements("containers", "initContainers", "ephemeralContainers")
        from indent in Gen.Elements("", "  ", "    ")
        from gap in Gen.Elements(" ", "   ")
        from image in ImageScalar(inFlow: false)
        from comment in Comments
        from imageFirst in Gen.Elements(true, false)
        select List(list, indent, gap, image, comment, imageFirst),
        from list in Gen.Elements("containers", "initContainers")
        from image in ImageScalar(inFlow: true)
        from form in Gen.Elements("[{{name: a, image: {0}}}]", "[ {{ image: {0} , name: 'x' }}, {{name: b}} ]", "[\n    {{name: a,\n     image: {0}}},  # c\n    {{name: b}}\n  ]", "[{{\"name\": \"a\", \"image\": {0}}}]")
        select $"{list}: {string.Format(null, form, image)}\n");

    private static Gen<string> Comments { get; } = Gen.Elements("", " # c", "\t# image: web:1.4.0", "   # {\"$imagepolicy\": \"a:b\"}");

    private static Gen<string> Others { get; } = Gen.Elements(
        "", "# image: web:1.4.0\n", "\n\n", "note: |\n  runs web:1.4.0\n\n  since today\n", "note: >-\n  folded web:1.4.0\n  text\n\n", "note: |2+\n    web:1.4.0\n\n",
        "say: \"web:1.4.0 \\u00e9 \\\n  and more\"\n", "two: 'it''s\n\n  web:1.4.0'\n", "other: [web:1.4.0x, a/web:1.4.0, {k: web:1.4.01}]\n", "? complex\n: value\n", "caf\u00e9: \"\U0001F600\"   \n",
        "base: &base {a: 1}\nuse: *base\n", "plain: a multi\n  line scalar\n", "empty:\nnulls: ~\n");

    public override string ToString() => $"{Style}\n{string.Concat(Parts)}";

    private static Gen<string> ImageScalar(bool inFlow) =>
        from quote in Gen.Elements("", "'", "\"")
        from property in inFlow ? Gen.Constant("") : Gen.Elements("", "", "&img ", "!!str ", "&img !!str ", "!!str &img ")
        select $"{property}{Cut}{quote}{Image}{quote}{Cut}";

    private static string List(string list, string indent, string gap, string image, string comment, bool imageFirst)
    {
        var (first, second) = imageFirst ? ($"image: {image}{comment}", "name: a") : ("name: a", $"image: {image}{comment}");
        var more = image.Contains("&img", StringComparison.Ordinal) ? $"{indent} {Spaces(gap)}env: [{{name: I, value: *img }}]\n" : "";
        return $"{list}:{comment}\n{indent}-{gap}{first}\n{indent} {Spaces(gap)}{second}\n{more}{indent}-{gap}name: other\n{indent} {Spaces(gap)}image: api:2.0.0\n";
    }

    private static string Spaces(string gap) => new(' ', gap.Length);

    private static Gen<string> Document { get; } =
        from before in Others
        from containers in Containers
        from after in Others.Where(text => !text.StartsWith("note", StringComparison.Ordinal))
        from depth in Gen.Choose(0, 3)
        select Nest(before, depth) + Nest(containers, depth) + Nest(after, depth);

    private static Gen<MixedDocuments> Generate() =>
        from documents in Document.NonEmptyListOf()
        from lineEnd in Gen.Elements("\n", "\r\n")
        from mark in Gen.Elements("", "\uFEFF")
        from ends in Gen.Elements(true, false)
        from start in Gen.Elements("", "---\n", "%YAML 1.2\n---\n", "# head\n--- # c\n")
        from separator in Gen.Elements("---\n", "...\n---\n", "--- # next\n")
        select Of([.. documents.Take(4)], lineEnd, mark, ends, start, separator);

    // Keys of one depth would meet; each text gets a key of its own above it.
    private static string Nest(string text, int depth)
    {
        if (text.Length == 0 || text[0] is '#' or '\n' || depth == 0)
            return text;
        var inner = string.Concat(text.Split('\n').SkipLast(1).Select(line => line.Length == 0 ? "\n" : $"  {line}\n"));
        return Nest($"{Convert.ToChar('p' + depth)}{text.Length}:\n{inner}", depth - 1);
    }

    private static MixedDocuments Of(string[] documents, string lineEnd, string mark, bool ends, string start, string separator)
    {
        var text = mark + (start + string.Join(separator, documents)).Replace("\n", lineEnd, StringComparison.Ordinal);
        var style = $"{documents.Length} documents, {(lineEnd == "\n" ? "LF" : "CRLF")}, {(mark.Length > 0 ? "BOM" : "no BOM")}, {(ends ? "" : "no ")}final newline";
        return new MixedDocuments((ends ? text : text.TrimEnd('\r', '\n')).Split(Cut), style);
    }
}
