using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Config;

namespace GitOpsTasks.Tests.Generate;

public sealed class LintingWhatWasGenerated : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Finds_nothing()
    {
        _workshop.Write("shop.env", "DB_HOST=db\n");
        _workshop.Write("shop.prod.env", "DB_HOST=db.prod\n");
        await _workshop.GenerateAsync(RepositoryFiles.YamlExamples("docs/generate.md", "apiVersion")[1]);
        var outcome = await LintTask.Declaration.RunAsync(
            new InputValues().Add("path", "apps").Add("strict", "true"), _workshop.Context, TestContext.Current.CancellationToken);
        outcome.Diagnostics.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(ExitCode.Done);
    }
}
