namespace GitOpsTasks.Tests.Lint.Pages;

public sealed class KeepingTheIndexOfPages
{
    [Fact]
    public async Task Lists_every_rule()
    {
        var file = Path.Combine(LintPages.Folder, LintPages.Index);
        if (Environment.GetEnvironmentVariable("GITOPSTASKS_UPDATE") == "1")
        {
            Directory.CreateDirectory(LintPages.Folder);
            await File.WriteAllTextAsync(file, LintIndex.Render());
        }

        var found = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        found.ShouldBe(LintIndex.Render(), $"docs/lint/{LintPages.Index} is stale. Run: {LintIndex.Update}");
    }
}
