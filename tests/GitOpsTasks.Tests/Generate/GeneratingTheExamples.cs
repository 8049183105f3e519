using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Lint;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Tests.Config;
using GitOpsTasks.Tests.Generate.Options;
using GitOpsTasks.Tests.Lint.Schema;

namespace GitOpsTasks.Tests.Generate;

public sealed class GeneratingTheExamples
{
    [Theory]
    [InlineData("dotnet-web", "web")]
    [InlineData("python-service", "service")]
    [InlineData("worker", "worker")]
    [InlineData("canary", "shop")]
    public async Task Gives_what_is_kept_beside_them(string example, string spec)
    {
        var inputs = new InputValues().Add("spec", $"config/{spec}.yaml").Add("out", "deploy").Add("check", "true");
        var outcome = (TaskOutcome<GenerateResult>)await GenerateTask.Declaration.RunAsync(inputs, ContextOf(example), TestContext.Current.CancellationToken);
        outcome.ExitCode.ShouldBe(ExitCode.Done, outcome.Result?.Diff ?? string.Join('\n', outcome.Diagnostics));
        outcome.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dotnet-web", "dev", "staging", "prod")]
    [InlineData("python-service", "development", "staging", "production")]
    [InlineData("worker", "dev", "staging", "prod")]
    [InlineData("canary", "dev", "staging", "prod")]
    public async Task Gives_what_kustomize_builds_and_the_validators_accept(string example, params string[] environments)
    {
        foreach (var environment in environments)
        {
            var folder = RepositoryFiles.PathOf($"examples/{example}/deploy/overlays/{environment}");
            var command = new ProcessCommand(RequiredPart.Find("kubectl"), ["kustomize", folder]) { WorkingDirectory = folder, Environment = EnvironmentSnapshot.Empty };
            var result = await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
            result.Succeeded.ShouldBeTrue(result.Error);
            result.Text.ShouldContain("runAsNonRoot: true");
            await SchemaOracle.ShouldAcceptAsync(Manifests.Of(result.Text + "\n"));
        }
    }

    [Theory]
    [InlineData("dotnet-web")]
    [InlineData("python-service")]
    [InlineData("worker")]
    [InlineData("canary")]
    public async Task Gives_what_lint_has_nothing_to_say_of(string example)
    {
        var outcome = await LintTask.Declaration.RunAsync(
            new InputValues().Add("path", "deploy"), ContextOf(example), TestContext.Current.CancellationToken);
        outcome.Diagnostics.Where(finding => finding.Severity != Severity.Note).Select(finding => finding.ToString()).ShouldBeEmpty();
    }

    private static EngineContext ContextOf(string example) => new()
    {
        Directory = RepositoryFiles.PathOf("examples/" + example),
        ScratchRoot = Path.GetTempPath(),
        Environment = EnvironmentSnapshot.Empty,
    };
}
