using GitOpsTasks.Chain;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class LintingOnTheCommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitops-lint-");

    public LintingOnTheCommandLine() => File.WriteAllText(PathOf("a.yaml"), "a: \"|<b>\"\na: 2\n");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Shows_the_line_and_the_place_and_colours_where_that_is_asked()
    {
        var plain = await RunAsync([], "--only=yaml");
        plain.Out.ShouldContain("a.yaml:2:1: error GOT2101: duplication of key \"a\" in mapping\n    a: 2\n    ^\n");
        plain.Out.ShouldNotContain('\u001b');
        var colored = await RunAsync(new() { ["NO_COLOR"] = "1" }, "--only=yaml", "--color=always");
        colored.Out.ShouldContain("\u001b[1ma.yaml:2:1\u001b[0m: \u001b[1;31merror GOT2101\u001b[0m: ");
    }

    [Fact]
    public async Task Adds_a_table_to_the_summary_of_a_GitHub_run()
    {
        File.WriteAllText(PathOf("summary.md"), "before\n");
        var run = await RunAsync(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = PathOf("summary.md") }, "--only=yaml", "--format=github");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldStartWith("::error file=a.yaml,line=2,col=1,endLine=2,");
        var summary = File.ReadAllText(PathOf("summary.md"));
        summary.ShouldStartWith("before\n### gitops lint\n\n1 file&#58; 1 error, 0 warnings\n");
        summary.ShouldContain("\n| error | a.yaml&#58;2&#58;1 | GOT2101&#58; duplication of key &#34;a&#34; in mapping");
    }

    [Fact]
    public async Task Writes_a_report_and_prints_text()
    {
        var run = await RunAsync([], "--only=yaml", "--format=sarif", "--report=out/lint.sarif");
        run.Out.ShouldContain("a.yaml:2:1: error GOT2101");
        File.ReadAllText(PathOf("out/lint.sarif")).ShouldContain("\"version\": \"2.1.0\"");
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Task<CommandRun> RunAsync(Dictionary<string, string> environment, params string[] args) =>
        CommandRun.Over(TaskCatalog.Entries, environment, ["lint", "--directory", _folder.FullName, "--no-progress", .. args]);
}
