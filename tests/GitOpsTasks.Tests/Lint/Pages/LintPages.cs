namespace GitOpsTasks.Tests.Lint.Pages;

/// <summary>The pages of docs/lint.</summary>
internal static class LintPages
{
    public const string Index = "README.md";

    /// <summary>The absolute path of their folder.</summary>
    public static string Folder
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "GitOpsTasks.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not run from the repository.");
            return Path.Combine(folder, "docs", "lint");
        }
    }

    /// <summary>The page of a rule.</summary>
    public static LintPage Of(string id)
    {
        var file = Path.Combine(Folder, id + ".md");
        File.Exists(file).ShouldBeTrue($"docs/lint/{id}.md is missing.");
        return LintPageReader.Read(File.ReadAllText(file));
    }
}
