using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint;

public sealed class FindingSyntaxErrors : LintedFiles
{
    [Theory]
    [InlineData("a: b\n c: d\n", 2)]
    [InlineData("a: [b\nc: d\n", 1)]
    [InlineData("a: 'b\n\n", 1)]
    [InlineData("a:\n\t- b\n", 1)]
    [InlineData("ok: true\n---\na: {b\n", 3)]
    [InlineData("a: b: c\n", 1)]
    public async Task Says_line_and_column(string text, int line)
    {
        Place.Write("a.yaml", text);
        var outcome = await LintAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        var finding = outcome.Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe("GOT2001");
        finding.Place!.File.ShouldBe("a.yaml");
        finding.Place.Line.ShouldBeInRange(line, line + 1);
        finding.Place.Column.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Takes_templates_of_charts_for_text_and_other_files_for_yaml()
    {
        const string template = "{{- if .Values.x }}\na: b\n{{- end }}\n";
        Place.Write("charts/web/Chart.yaml", "name: web\n");
        Place.Write("charts/web/templates/a.yaml", template);
        Place.Write("charts/web/templates/tests/b.yaml", template);
        Place.Write("charts/web/values.yaml", "a: [\n");
        Place.Write("charts/nochart/templates/c.yaml", template);
        Place.Write("notes.txt", template);
        var files = (await LintAsync()).Diagnostics.Select(finding => finding.Place!.File);
        files.ShouldBe(["charts/nochart/templates/c.yaml", "charts/web/values.yaml"]);
    }

    [Fact]
    public async Task Takes_the_templates_of_a_chart_at_the_root_for_text()
    {
        Place.Write("Chart.yaml", "name: web\n");
        Place.Write("templates/a.yaml", "{{ x }}: [\n");
        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n...\n")]
    [InlineData("\uFEFF")]
    [InlineData("a: &a x\nb: [*a, *a]\nc: {d: *a , e: [*a]}\nf: *a # c\n")]
    public async Task Takes_what_every_reader_takes(string text)
    {
        Place.Write("a.yaml", text);
        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Warns_of_bytes_that_are_not_text_and_fails_where_strict()
    {
        await File.WriteAllBytesAsync(Place.PathOf("a.yaml"), [.. "a: "u8, 0xFF, (byte)'\n'], TestContext.Current.CancellationToken);
        var outcome = await LintAsync();
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Severity).ShouldBe((ExitCode.Done, Severity.Warning));
        var strict = await LintTask.Declaration.RunAsync(
            new InputValues().Add("strict", "true"), Place.Context(), TestContext.Current.CancellationToken);
        strict.ExitCode.ShouldBe(ExitCode.Findings);
    }

    [Fact]
    public async Task Checks_the_paths_it_is_given_alone()
    {
        Place.Write("a/bad.yaml", "a: [\n");
        Place.Write("b/bad.yml", "a: [\n");
        Place.Write("c.txt", "a: [\n");
        (await LintAsync("b")).Diagnostics.ShouldHaveSingleItem().Place!.File.ShouldEndWith("bad.yml");
        (await LintAsync("c.txt")).Diagnostics.ShouldHaveSingleItem();
        (await LintAsync("missing")).ExitCode.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task Reads_nothing_behind_a_link()
    {
        Place.Write("../outside/bad.yaml", "password: [hunter2\n");
        File.CreateSymbolicLink(Place.PathOf("bad.yaml"), "../outside/bad.yaml");
        Directory.CreateSymbolicLink(Place.PathOf("folder"), "../outside");
        (await FindingsAsync()).ShouldBe(["bad.yaml GOT2190"]);
    }
}
