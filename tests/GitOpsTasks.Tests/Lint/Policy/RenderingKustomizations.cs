using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class RenderingKustomizations : LintedFiles
{
    private const string Web =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n      - name: web\n        image: web:1.0.0\n";

    private const string Limits =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      securityContext: {runAsNonRoot: true}\n      containers:\n      - name: proxy\n        image: proxy:1.0.0\n      - name: web\n        resources: {limits: {memory: 1Gi, cpu: 1}}\n";

    private readonly List<string> _commands = [];
    private readonly List<string> _told = [];

    [Fact]
    public async Task Judges_absence_by_what_comes_out()
    {
        WriteOverlay();
        (await RunAsync("false")).ShouldBe(Absent("memory-unset", "cpu-request-unset", "may-run-as-root", "writable-root-filesystem", "no-liveness-probe"));
        var rendered = await RunAsync("true");
        rendered.ShouldContain("base/web.yaml:10:15 writable-root-filesystem");
        rendered.ShouldNotContain("base/web.yaml:10:15 memory-unset");
        rendered.ShouldNotContain("base/web.yaml:10:15 may-run-as-root");
    }

    [Fact]
    public async Task Renders_what_no_other_builds_on()
    {
        WriteOverlay();
        Place.Write("part/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");
        await RunAsync("true");
        _commands.ShouldBe([Place.PathOf("prod")]);
        _told.ShouldContain(line => line.StartsWith("render: 1 kustomization in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Judges_what_was_not_rendered_as_it_is_written()
    {
        Place.Write("alone/web.yaml", Web);
        Place.Write("broken/kustomization.yaml", "resources: [web.yaml, missing.yaml]\n");
        Place.Write("broken/web.yaml", Web);
        var found = await RunAsync("true");
        found.ShouldContain("alone/web.yaml:10:15 memory-unset");
        found.ShouldContain("broken/web.yaml:10:15 memory-unset");
        found.ShouldContain("broken/kustomization.yaml:1:1 rendering-failed");
    }

    [Fact]
    public async Task Starts_nothing_unless_asked()
    {
        WriteOverlay();
        await RunAsync("false");
        _commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        WriteOverlay();
        var outcome = await LintTask.Declaration.RunAsync(
            new InputValues().Add("only", "policy").Add("render", "true"), Place.Context(("PATH", Place.Home)), TestContext.Current.CancellationToken);
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(UsageCodes.ProgramNotFound);
    }

    [Fact]
    public async Task Tells_failures_without_paths_of_the_machine_and_credentials()
    {
        Place.Write("prod/kustomization.yaml", "resources: ['https://me:hunter2@localhost:1/a.yaml']\n");
        var outcome = await OutcomeAsync("true");
        var failure = outcome.Diagnostics.Single(finding => finding.Rule == "rendering-failed");
        failure.Message.ShouldNotContain("hunter2");
        failure.Message.ShouldNotContain(Place.Folder);
    }

    private static string[] Absent(params string[] rules) => [.. rules.Select(rule => "base/web.yaml:10:15 " + rule).Order(StringComparer.Ordinal)];

    private void WriteOverlay()
    {
        Place.Write("base/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("base/web.yaml", Web);
        Place.Write("prod/kustomization.yaml", "namePrefix: prod-\nresources: [../base]\npatches: [{path: limits.yaml}]\n");
        Place.Write("prod/limits.yaml", Limits);
    }

    private async Task<string[]> RunAsync(string render) =>
        [.. (await OutcomeAsync(render)).Diagnostics.Select(finding => $"{finding.Place} {finding.Rule}").Order(StringComparer.Ordinal)];

    private Task<TaskOutcome> OutcomeAsync(string render)
    {
        var context = Place.Context(("PATH", Path.GetDirectoryName(RequiredPart.Find("kustomize")))) with
        {
            Progress = new ListedProgress("", _told),
            RunProcess = (command, cancel) =>
            {
                lock (_commands)
                    _commands.Add(command.Arguments[^1]);
                return SystemProcessRunner.RunAsync(command, cancel);
            },
        };
        return LintTask.Declaration.RunAsync(new InputValues().Add("only", "policy").Add("render", render), context, TestContext.Current.CancellationToken);
    }

    private sealed class ListedProgress(string title, List<string> told) : IProgressStep
    {
        public IProgressStep Begin(string title) => new ListedProgress(title, told);

        public void Report(string detail, double? fraction = null)
        {
        }

        public void Complete(string summary) => told.Add($"{title}: {summary}");

        public void Dispose()
        {
        }
    }
}
