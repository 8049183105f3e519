using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint;

public sealed class FindingDuplicateKeys : LintedFiles
{
    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "a.yaml:3:1 GOT2101")]
    [InlineData("a: {x: 1, \"x\": 2}\n", "a.yaml:1:11 GOT2101")]
    [InlineData("- a: 1\n  'a': 2\n- a: 3\n", "a.yaml:2:3 GOT2101")]
    [InlineData("é😀: {ü: 1, ü: 2}\n", "a.yaml:1:12 GOT2101")]
    [InlineData("b: &b {x: 1}\nc: &c {y: 1}\na:\n  <<: *b\n  <<: *c\n", null)]
    [InlineData("a: 1\n---\na: 2\n", null)]
    [InlineData("a: {a: {a: 1}}\n", null)]
    public async Task In_one_mapping_alone(string text, string? finding)
    {
        Place.Write("a.yaml", text);
        (await FindingsAsync()).ShouldBe(finding is null ? [] : [finding]);
    }

    [Fact]
    public async Task Says_where_the_key_was_set_first()
    {
        Place.Write("a.yaml", "a: 1\nb: 2\na: 3\na: 4\n");
        var outcome = await LintAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Count.ShouldBe(2);
        outcome.Diagnostics.ShouldAllBe(finding => finding.Rule == "key-duplicates" && finding.Advice!.Contains("the first is in line 1"));
        outcome.Diagnostics[0].Place.ShouldBe(new SourcePlace("a.yaml", 3, 1, 3, 2));
    }
}
