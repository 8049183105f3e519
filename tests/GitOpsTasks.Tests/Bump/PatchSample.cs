using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A kustomization with a patch in a block scalar, with the tags of <c>web</c> marked off.</summary>
/// <param name="Parts">The text, cut where a tag of <c>web</c> begins and ends: every second part is one.</param>
/// <param name="Style">What it is made of, for a failing test's message.</param>
public sealed record PatchSample(IReadOnlyList<string> Parts, string Style)
{
    private const char Cut = '\u0001';

    private static readonly Dictionary<string, string> s_bodies = new(StringComparer.Ordinal)
    {
        ["strategic"] = "kind: Deployment\nmetadata:\n  name: web\n\nspec:\n  template:\n    spec:\n      containers:\n      - name: api\n        image: api:1.0COMMENT\n      - name: web\n        image: IMAGE\n",
        ["strategic, flow"] = "{kind: Deployment, metadata: {name: web}, spec: {template: {spec: {containers: [{image: IMAGE, name: web}, {image: \"webx:1\"}]}}}}COMMENT\n",
        ["replace"] = "- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: IMAGE\n- op: remove\n  path: /spec/xCOMMENT\n",
        ["add containers"] = "- op: add\n  path: /spec/template/spec/containers/-\n  value:\n    image: IMAGE\n    args: [web:1]\n\n\n- {op: add, path: /spec/template/spec/initContainers, value: [{image: IMAGE, name: b}]}\n",
        ["JSON"] = "[{\"op\": \"replace\", \"path\": \"/a/image\", \"value\": \"web:TAG\"},\n  {\"op\": \"test\", \"path\": \"/a/image\", \"value\": \"web:1\"}]\n",
    };

    /// <summary>The bytes of the file.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(string.Concat(Parts));

    /// <summary>All the styles, mixed.</summary>
    public static Arbitrary<PatchSample> Any { get; } = Generate().ToArbitrary();

    public override string ToString() => $"{Style}\n{string.Concat(Parts)}";

    private static Gen<PatchSample> Generate() =>
        from lineEnd in Gen.Elements("\n", "\r\n")
        from mark in Gen.Elements("", "\uFEFF")
        from quote in Gen.Elements("", "'", "\"")
        from property in Gen.Elements("", "&i ", "!!str ")
        from comment in Gen.Elements("", " # c", "   # image: web:1.0")
        from list in Gen.Elements("", "  ", "     ")
        from gap in Gen.Elements(" ", "   ")
        from indent in Gen.Elements(1, 2, 4, 7)
        from chomping in Gen.Elements("", "-", "+")
        from body in Gen.Elements(s_bodies.Keys.ToArray())
        from hosted in Gen.Elements("patches", "patchesJson6902", "patchesStrategicMerge")
        from old in Gen.Elements("v1.0.0", "1.10", "0123e4", "sha-abc")
        from after in Gen.Elements("", "namespace: x\n", "\n# tail\n", "---\napiVersion: v1\nkind: ConfigMap\ndata: {image: web:1.0}\n")
        select Write(lineEnd, mark, quote, property, comment, list, gap, indent, chomping, body, hosted, old, after);

    private static PatchSample Write(
        string lineEnd, string mark, string quote, string property, string comment, string list, string gap, int indent, string chomping, string body, string hosted, string old, string after)
    {
        var text = s_bodies[body].Replace("IMAGE", $"{property}{quote}web:TAG{quote}", StringComparison.Ordinal);
        // An anchor is one in its file, and reads on to the next space.
        if (body is "add containers" or "strategic, flow")
            text = text.Replace("&i ", "", StringComparison.Ordinal);
        text = text.Replace("TAG", $"{Cut}{old}{Cut}", StringComparison.Ordinal).Replace("COMMENT", comment, StringComparison.Ordinal);
        var (before, column) = hosted == "patchesStrategicMerge"
            ? ($"{hosted}:\n{list}-{gap}|{chomping}\n", list.Length)
            : ($"{hosted}:\n{list}-{gap}target: {{kind: Deployment}}{comment}\n{list} {new string(' ', gap.Length)}patch: |{chomping}{comment}\n", list.Length + 1 + gap.Length);
        var lines = text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', column + indent) + line);
        var whole = mark + ("resources: [../base]\n" + before + string.Join('\n', lines) + after).Replace("\n", lineEnd, StringComparison.Ordinal);
        return new PatchSample(whole.Split(Cut), $"{hosted}, {body}, |{chomping}, {(lineEnd == "\n" ? "LF" : "CRLF")}");
    }
}
