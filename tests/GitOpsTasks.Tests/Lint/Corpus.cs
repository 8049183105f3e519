namespace GitOpsTasks.Tests.Lint;

/// <summary>Real repositories to test on, which are not part of this one. Tests that need them are skipped where they are absent.</summary>
internal static class Corpus
{
    /// <summary>The absolute path of a folder of the corpus.</summary>
    public static string Find(string name)
    {
        var folder = PathOf(name);
        if (!Directory.Exists(folder))
            Assert.Skip($"The corpus has no '{name}'; GITOPSTASKS_CORPUS names its folder.");
        return folder;
    }

    /// <summary>Whether the corpus has a folder.</summary>
    public static bool Has(string name) => Directory.Exists(PathOf(name));

    /// <summary>Copies a folder of the corpus.</summary>
    public static void CopyTo(string name, string target)
    {
        var source = Find(name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string PathOf(string name)
    {
        var root = Environment.GetEnvironmentVariable("GITOPSTASKS_CORPUS") is { Length: > 0 } given
            ? given
            : Path.Combine(RepositoryRoot(), "..", "shared", "corpus");
        return Path.GetFullPath(Path.Combine(root, name));
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GitOpsTasks.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not run from the repository.");
        return folder;
    }
}
