using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Robustness;

public sealed class MeetingHostileText : LintedFiles
{
    // Long for a busy machine, and short for what would never end.
    private static readonly TimeSpan s_forever = TimeSpan.FromMinutes(2);

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Ends_on_aliases_of_aliases(string what, string text)
    {
        Place.Write("bomb.yaml", text);
        var outcome = await LintAsync().WaitAsync(s_forever, Token);
        outcome.Diagnostics.ShouldAllBe(finding => finding.Code != YamlCodes.Syntax, what);
        outcome.Diagnostics.Count.ShouldBeLessThan(2_000, what);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "of text", Levels("a", "[x, x, x, x, x, x, x, x, x]", below => $"[{Nine(below)}]") },
        { "in a manifest", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" + Levels("data", "{k: v}", below => $"{{k: {below}, l: {below}}}") },
        { "of containers", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [*c9]}\n" },
        { "of Lists", Levels("l", "{apiVersion: v1, kind: List, items: []}", below => $"{{apiVersion: v1, kind: List, items: [{Nine(below)}]}}") + "apiVersion: v1\nkind: List\nitems: [*l29, *l29]\n" },
        { "of a List in itself", "&a\napiVersion: v1\nkind: List\nitems: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n" },
        { "of a pod template in itself", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: &s\n  selector: {matchLabels: {a: b}}\n  template: {metadata: {labels: {a: b}}, spec: *s}\n" },
        { "of a schema in itself", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: as.example.org}\nspec:\n  group: example.org\n  scope: Cluster\n  names: {kind: A, plural: as}\n"
            + "  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: &s {type: object, properties: {a: *s, b: *s, c: *s}}}}]\n---\napiVersion: example.org/v1\nkind: A\nmetadata: {name: a}\na: &a {a: *a, b: *a, c: *a, d: *a}\n" },
        { "of a kustomization", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: &r [*r, *r]\npatches: &p [{patch: *p, path: *r, target: *p}]\n" },
        { "of merged keys", Levels("a", "{x: 1}", below => $"{{<<: [{below}, {below}, {below}]}}") },
    };

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("a:\n", "")]
    [InlineData("[", "")]
    [InlineData("{", "")]
    [InlineData("&a [", "]")]
    [InlineData("!t [", "]")]
    public async Task Says_that_nesting_is_too_deep(string open, string close)
    {
        const int Depth = 10_000;
        var text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\ndata:\n");
        for (var level = 0; level < Depth; level++)
            text.Append(open.EndsWith('\n') ? new string(' ', Math.Min(level + 1, 1_500)) + open : level == 0 ? "  " + open : open);
        for (var level = 0; level < Depth && close.Length > 0; level++)
            text.Append(close);
        Place.Write("deep.yaml", text.Append('\n').ToString());
        var outcome = await LintAsync().WaitAsync(s_forever, Token);
        outcome.Diagnostics.ShouldContain(finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public async Task Says_that_a_file_is_too_large_without_reading_it_all()
    {
        await using (var file = File.Create(Place.PathOf("large.yaml")))
        {
            await file.WriteAsync("a: "u8.ToArray(), Token);
            file.SetLength(100_000_000);
        }

        (await FindingsAsync().WaitAsync(s_forever, Token)).ShouldBe([$"large.yaml:1:1 {YamlCodes.TooLarge}"]);
    }

    [Fact]
    public async Task Looks_at_a_large_file_that_is_not_too_large()
    {
        var text = new StringBuilder("list:\n", 12_000_000);
        for (var item = 0; item < 600_000; item++)
            text.Append("  - a: 'item'\n");
        Place.Write("list.yaml", text.Append("  - a: 1\n    a: 2\n").ToString());
        Place.Write("line.yaml", "a: [" + string.Concat(Enumerable.Repeat("item, ", 1_000_000)) + "on]\n");
        (await FindingsAsync().WaitAsync(s_forever, Token)).ShouldBe([$"line.yaml:1:6000005 {LintCodes.Truthy}", $"list.yaml:600003:5 {LintCodes.DuplicateKey}"]);
    }

    [Theory]
    [InlineData("a: b\0c\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: \"a\0\"}\n")]
    public async Task Refuses_null_bytes(string text)
    {
        Place.Write("null.yaml", text);
        (await LintAsync()).Diagnostics.ShouldContain(finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    public async Task Reads_other_encodings(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        await File.WriteAllBytesAsync(Place.PathOf("a.yaml"), [.. mark, .. encoding.GetBytes("ü: 1\nü: 2\n")], Token);
        (await FindingsAsync()).ShouldContain($"a.yaml:2:1 {LintCodes.DuplicateKey}");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xFF, 0xFE, (byte)'\n' })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { (byte)'a', 0xED, 0xA0, 0x80, (byte)':', (byte)' ', (byte)'1', (byte)'\n' })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xD8, 0x00, 0x00, (byte)'a' })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0xFF })]
    public async Task Refuses_what_is_no_text(byte[] content)
    {
        await File.WriteAllBytesAsync(Place.PathOf("a.yaml"), content, Token);
        (await LintAsync()).Diagnostics.ShouldContain(finding => finding.Code == YamlCodes.NotUtf8 || finding.Code == YamlCodes.Syntax);
    }

    [Theory]
    [InlineData("? \r a:\n    |+\n\n\r")]
    [InlineData("a: |\r\r\n \r")]
    public async Task Ends_on_carriage_returns_in_a_block_of_text(string text)
    {
        Place.Write("a.yaml", text);
        Place.Write(".yamllint", "rules: {quoted-strings: {required: only-when-needed}}\n");
        (await LintAsync().WaitAsync(s_forever, Token)).ShouldNotBeNull();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Nine(string text) => string.Join(", ", Enumerable.Repeat(text, 9));

    // The key and the anchors on thirty levels, each with the one below it several times.
    private static string Levels(string key, string first, Func<string, string> next)
    {
        var text = new StringBuilder($"{key}0: &{key[0]}0 {first}\n");
        for (var level = 1; level < 30; level++)
            text.Append($"{key}{level}: &{key[0]}{level} {next($"*{key[0]}{level - 1}")}\n");
        return text.ToString();
    }
}
