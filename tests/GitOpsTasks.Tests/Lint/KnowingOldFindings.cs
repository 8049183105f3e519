using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint;

public sealed class KnowingOldFindings : LintedWithInputs
{
    private const string Baseline = "lint-baseline.json";

    [Fact]
    public async Task Writes_them_sorted_without_line_numbers_and_does_not_fail()
    {
        Place.Write("b.yaml", "a: 1\na: 2\n");
        Place.Write("a.yaml", "x: yes\nx: yes\n");
        var outcome = await RunAsync(("only", "yaml"), ("write-baseline", Baseline));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldBeEmpty();
        ResultOf(outcome).Known.ShouldBe(4);
        Place.Read(Baseline).ShouldBe(
            """
            {
              "version": 1,
              "findings": [
                {"file":"a.yaml","code":"GOT2101","line":"9a5db4faa1bd2b2b","number":1},
                {"file":"a.yaml","code":"GOT2141","line":"9a5db4faa1bd2b2b","number":1},
                {"file":"a.yaml","code":"GOT2141","line":"9a5db4faa1bd2b2b","number":2},
                {"file":"b.yaml","code":"GOT2101","line":"ba0a3bd2dd4d2d85","number":1}
              ]
            }

            """.ReplaceLineEndings("\n").Replace("9a5db4faa1bd2b2b", HashOf("x: yes")).Replace("ba0a3bd2dd4d2d85", HashOf("a: 2")));
    }

    [Fact]
    public async Task Counts_them_and_tells_the_new_ones_wherever_lines_moved()
    {
        Place.Write("a.yaml", "x: yes\n");
        await RunAsync(("only", "yaml"), ("write-baseline", Baseline));
        (await RunAsync(("only", "yaml"), ("baseline", Baseline), ("strict", "true"))).ExitCode.ShouldBe(ExitCode.Done);
        Place.Write("a.yaml", "# new\nb: 1\n\n  \nx:  yes\nx: yes\nc: no\n".Replace("x:  yes\n", ""));
        var outcome = await RunAsync(("only", "yaml"), ("baseline", Baseline));
        ResultOf(outcome).Known.ShouldBe(1);
        outcome.Diagnostics.ShouldHaveSingleItem().Place!.Line.ShouldBe(6);
    }

    [Fact]
    public async Task Counts_one_more_of_the_same_as_new()
    {
        Place.Write("a.yaml", "- yes\n");
        await RunAsync(("only", "yaml"), ("write-baseline", Baseline));
        Place.Write("a.yaml", "- yes\n- yes\n");
        var outcome = await RunAsync(("only", "yaml"), ("baseline", Baseline));
        (ResultOf(outcome).Known, ResultOf(outcome).Warnings).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Tells_what_does_not_occur_any_more()
    {
        Place.Write("a.yaml", "- yes\n- no\n");
        await RunAsync(("only", "yaml"), ("write-baseline", Baseline));
        Place.Write("a.yaml", "- 'yes'\n- 1\n");
        var outcome = await RunAsync(("only", "yaml"), ("baseline", Baseline));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        var note = outcome.Diagnostics.ShouldHaveSingleItem();
        note.ToString().ShouldBe(
            "lint-baseline.json: note GOT2163: The baseline lists findings that do not occur any more: GOT2141 in 'a.yaml' and 1 more. "
            + "Write it anew with --write-baseline FILE, so that they cannot come back unseen.");
        (await RunAsync(("only", "schema"), ("baseline", Baseline))).Diagnostics.ShouldNotContain(finding => finding.Code == "GOT2163");
    }

    [Fact]
    public async Task Takes_the_file_from_the_configuration()
    {
        Place.Write("a.yaml", "- yes\n");
        await RunAsync(("only", "yaml"), ("write-baseline", Baseline));
        Place.Write(".gitops-lint.yaml", "baseline: lint-baseline.json\nlayers: [yaml]\n");
        ResultOf(await RunAsync()).Known.ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"version\": 2, \"findings\": []}", "GOT2162")]
    [InlineData("{\"version\": 1, \"findings\": [{\"file\": 1}]}", "GOT2162")]
    [InlineData("{\"version\": 1, \"findings\": [{\"file\": null, \"code\": \"a\", \"line\": \"b\", \"number\": 1}]}", "GOT2162")]
    [InlineData("[", "GOT2162")]
    [InlineData("[]", "GOT2162")]
    [InlineData(null, "GOT1004")]
    public async Task Refuses_what_is_no_baseline(string? text, string code)
    {
        if (text is not null)
            Place.Write(Baseline, text);
        var outcome = await RunAsync(("baseline", Baseline));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    private static string HashOf(string line) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(line)))[..16];
}
