using GitOpsTasks.Chain;
using GitOpsTasks.Hosts.Tests.Cli;
using GitOpsTasks.SampleHost;

namespace GitOpsTasks.Hosts.Tests.Actions;

public sealed class SummingARunUp : IDisposable
{
    private readonly TemporaryFolder _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Has_tables_of_findings_and_outputs_with_texts_of_others_as_they_are()
    {
        var (exitCode, summary) = await RunAsync(CommandRun.With, "echo", "a | <b>@all</b>\n`c`", "--ending=findings");
        exitCode.ShouldBe(1);
        summary.ShouldStartWith("### gitops echo\n\nThere are findings, or the change was refused.\n\n| | where | what |\n");
        summary.ShouldContain("\n| said | a &#124; &#60;b&#62;&#64;all&#60;/b&#62;<br>&#96;c&#96; |\n");
    }

    [Fact]
    public async Task Keeps_secrets_out()
    {
        var (_, summary) = await RunAsync((environment, args) => CommandRun.With(new(environment) { ["GITOPS_TOKEN"] = "s3cret" }, args), "echo", "a");
        summary.ShouldContain("| said | a |");
        summary.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Fences_a_diff_so_that_nothing_in_it_ends_the_fence()
    {
        _workspace.Write("web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0").Replace("# kept", "# kept ````", StringComparison.Ordinal));
        var (_, summary) = await RunAsync(
            (environment, args) => CommandRun.Over(TaskCatalog.Entries, environment, args),
            "bump", "--directory", _workspace.FullPath, "--image=ghcr.io/acme/web:1.1.0", "--dry-run", "--diff");
        summary.ShouldContain("\n`````diff\n");
        summary.ShouldContain("\n+          image: ghcr.io/acme/web:1.1.0 # kept ````\n");
        summary.ShouldEndWith("\n`````\n\n");
    }

    [Fact]
    public async Task Cuts_what_would_keep_the_whole_summary_from_being_shown()
    {
        TaskEntry[] catalog = [new("echo", "Repeats words.", () => EchoTask.WithText)];
        var (exitCode, summary) = await RunAsync(
            (environment, args) => CommandRun.Over(catalog, environment, args), "echo", new string('x', 2_000_000));
        exitCode.ShouldBe(0);
        summary.Length.ShouldBeInRange(100_000, 110_000);
        summary.ShouldEndWith("x\n…\n```\n\n");
    }

    private async Task<(int ExitCode, string Summary)> RunAsync(
        Func<Dictionary<string, string>, string[], Task<CommandRun>> run, params string[] args)
    {
        var environment = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = _workspace.PathOf("summary") };
        var ended = await run(environment, args);
        return (ended.ExitCode, _workspace.Read("summary"));
    }
}
