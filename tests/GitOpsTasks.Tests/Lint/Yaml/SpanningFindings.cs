using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Yaml;

public sealed class SpanningFindings : LintedFiles
{
    [Theory]
    [InlineData("colons", "a:   1\n", "1:5-6")]
    [InlineData("commas", "a: [1,b]\n", "1:7-8")]
    [InlineData("brackets", "a: [ 1]\n", "1:5-6")]
    [InlineData("hyphens", "-   a\n", "1:4-5")]
    [InlineData("comments", "a: 1 # c\n", "1:6-9")]
    [InlineData("comments", "#comment\n", "1:2-9")]
    [InlineData("comments-indentation", "a:\n   # c\n  b: 1\n", "2:4-7")]
    [InlineData("indentation", "a:\n    b:\n      c: 1\n", "3:7-8")]
    [InlineData("indentation", "a:\n  b: |\n    c\nd:\n    - e\n", "5:5-6")]
    [InlineData("key-duplicates", "key: 1\nkey: 2\n", "2:1-4")]
    [InlineData("key-duplicates", "é😀: 1\né😀: 2\n", "2:1-3")]
    [InlineData("key-ordering", "b: 1\naa: 2\n", "2:1-3")]
    [InlineData("truthy", "a: yes\n", "1:4-7")]
    [InlineData("float-values", "a: .5\n", "1:4-6")]
    [InlineData("quoted-strings", "a: text\n", "1:4-8")]
    [InlineData("quoted-strings", "a: text\n  more\n", "1:4-8")]
    [InlineData("anchors", "a: *other\n", "1:4-10")]
    [InlineData("trailing-spaces", "a: 1  \n", "1:5-7")]
    [InlineData("line-length", "a: 0123456789 0123\n", "1:11-19")]
    [InlineData("document-end", "a: 1\n", "1:1-1")]
    [InlineData("new-line-at-end-of-file", "a: 1", "1:5-5")]
    public async Task Covers_what_is_wrong(string rule, string text, string span)
    {
        var options = rule switch
        {
            "line-length" => "{max: 10}",
            "float-values" => "{require-numeral-before-decimal: true}",
            _ => "enable",
        };
        Place.Write(".yamllint", $"rules: {{{rule}: {options}}}\n");
        Place.Write("a.yaml", text);
        var outcome = await LintTask.Declaration.RunAsync(new InputValues().Add("only", "yaml"), Place.Context(), TestContext.Current.CancellationToken);
        var place = outcome.Diagnostics.First(found => found.Rule == rule).Place!;
        $"{place.Line}:{place.Column}-{place.EndColumn}".ShouldBe(span);
        place.EndLine.ShouldBe(place.Line);
    }
}
