namespace GitOpsTasks.Tests.Config;

/// <summary>Files of this project itself: schemas and documentation.</summary>
internal static class RepositoryFiles
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    public static IReadOnlyList<string> YamlExamples(string path, string firstLines) =>
        [.. Read(path).Split("```yaml\n").Skip(1).Select(block => block.Split("```")[0])
            .Where(block => block.StartsWith(firstLines, StringComparison.Ordinal))];

    public static string PathOf(string path) => Path.Combine(Root(), path);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GitOpsTasks.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
