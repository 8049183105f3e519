using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Config;

namespace GitOpsTasks.Tests.Lint;

public sealed class CheckingTheExamples : LintedFiles
{
    public CheckingTheExamples()
    {
        var examples = RepositoryFiles.PathOf("examples");
        foreach (var file in Directory.EnumerateFiles(examples, "*", SearchOption.AllDirectories))
            Place.Write(Path.GetRelativePath(examples, file).Replace('\\', '/'), File.ReadAllText(file));
    }

    [Fact]
    public async Task Finds_nothing_in_them()
    {
        var outcome = await LintAsync();
        ((LintResult)outcome.UntypedResult!).Files.ShouldBeGreaterThan(0);
        outcome.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_nothing_in_what_is_generated_from_them()
    {
        var inputs = new InputValues().Add("spec", "web/config/web.yaml").Add("out", "apps/web").Add("environment", (string[])["dev", "staging", "prod"]);
        (await GenerateTask.Declaration.RunAsync(inputs, Place.Context(), TestContext.Current.CancellationToken)).ExitCode.ShouldBe(ExitCode.Done);
        var outcome = await LintAsync("apps");
        ((LintResult)outcome.UntypedResult!).Files.ShouldBeGreaterThan(5);
        outcome.Diagnostics.Select(finding => finding.ToString()).ShouldBeEmpty();
    }
}
