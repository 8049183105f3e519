using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A kustomization in one of many styles, with the parts of its text that are the tags of <c>web</c> marked off.</summary>
/// <param name="Parts">The text, cut where a tag of <c>web</c> begins and ends: every second part is one.</param>
/// <param name="Style">What it is made of, for a failing test's message.</param>
public sealed record KustomizationSample(IReadOnlyList<string> Parts, string Style)
{
    private const char Cut = '\u0001';

    /// <summary>The bytes of the file.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(string.Concat(Parts));

    /// <summary>All the styles, mixed.</summary>
    public static Arbitrary<KustomizationSample> Any { get; } = Generate().ToArbitrary();

    public override string ToString() => $"{Style}\n{string.Concat(Parts)}";

    private static Gen<KustomizationSample> Generate() =>
        from lineEnd in Gen.Elements("\n", "\r\n")
        from mark in Gen.Elements("", "\uFEFF")
        from ending in Gen.Elements(true, false)
        from quote in Gen.Elements("", "'", "\"")
        from property in Gen.Elements("", "&tag ", "!!str ", "&tag !!str ")
        from comment in Gen.Elements("", " # c", "   # {\"$imagepolicy\": \"a:b\"}", " # newTag: 1.0")
        from indent in Gen.Elements("", "  ", "     ")
        from gap in Gen.Elements(" ", "   ")
        from flow in Gen.Elements("block", "flow entry", "flow list")
        from nameFirst in Gen.Elements(true, false)
        from old in Gen.Elements("v1.0.0", "1.10", "0123e4", "latest", "2024-01-01", "sha-abc", "yes", "1.2.3-rc.1")
        from before in Gen.Elements("", "# head" + "\n", "resources:\n- ../base\n\n", "---\n", "a: \"é😀\"\n")
        from others in Gen.Choose(0, 3)
        from after in Gen.Elements("", "namespace: x\n", "# tail\n", "---\nkind: ConfigMap\ndata: {newTag: 1.0}\n")
        select Write(lineEnd, mark, ending, quote, property, comment, indent, gap, flow, nameFirst, old, before, others, after);

    private static KustomizationSample Write(
        string lineEnd, string mark, bool ending, string quote, string property, string comment, string indent, string gap,
        string flow, bool nameFirst, string old, string before, int others, string after)
    {
        // The parser takes the comma after an anchor or alias in braces for a part of its name.
        if (flow != "block")
            property = property.Replace("&tag ", "", StringComparison.Ordinal);
        var tag = $"{property}{Cut}{quote}{old}{quote}{Cut}";
        var items = Enumerable.Range(0, others).Select(number => (Name: $"web{number}", Tag: "1.0.0")).Append((Name: "web", Tag: tag)).ToList();
        if (property.Contains('&', StringComparison.Ordinal))
            items.Add(("web", "*tag"));
        var list = flow switch
        {
            "flow list" => "images: [" + string.Join(", ", items.Select(item => Flow(item, nameFirst))) + "]" + comment + "\n",
            "flow entry" => "images:\n" + string.Concat(items.Select(item => $"{indent}-{gap}{Flow(item, nameFirst)}{comment}\n")),
            _ => "images:" + comment + "\n" + string.Concat(items.Select(item => Block(item, nameFirst, indent, gap, comment))),
        };
        var text = mark + (before + list + after).Replace("\n", lineEnd, StringComparison.Ordinal);
        var style = $"{flow}, {(lineEnd == "\n" ? "LF" : "CRLF")}, {(mark.Length > 0 ? "BOM" : "no BOM")}, {(ending ? "" : "no ")}final newline";
        return new KustomizationSample((ending ? text : text[..^lineEnd.Length]).Split(Cut), style);
    }

    private static string Flow((string Name, string Tag) item, bool nameFirst) =>
        nameFirst ? $"{{name: {item.Name}, newTag: {item.Tag}}}" : $"{{newTag: {item.Tag}, name: {item.Name}}}";

    private static string Block((string Name, string Tag) item, bool nameFirst, string indent, string gap, string comment)
    {
        var (first, second) = nameFirst ? ("name: " + item.Name, "newTag: " + item.Tag) : ("newTag: " + item.Tag, "name: " + item.Name);
        return $"{indent}-{gap}{first}{comment}\n{indent} {new string(' ', gap.Length)}{second}{comment}\n";
    }
}
