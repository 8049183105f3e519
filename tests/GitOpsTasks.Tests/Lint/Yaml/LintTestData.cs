namespace GitOpsTasks.Tests.Lint.Yaml;

/// <summary>The files beside the tests.</summary>
internal static class LintTestData
{
    /// <summary>The folder of configurations that both tools run with.</summary>
    public static string Configurations => PathOf("configurations");

    /// <summary>The absolute path of a file.</summary>
    public static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GitOpsTasks.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not run from the repository.");
        return Path.Combine(folder, "tests", "GitOpsTasks.Tests", "Lint", "Yaml", name);
    }
}
