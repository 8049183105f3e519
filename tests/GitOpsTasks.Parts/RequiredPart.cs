using Xunit;

namespace GitOpsTasks.Parts;

/// <summary>
/// Programs that tests run against and that a laptop may not have. There, tests that need a missing one are skipped; with
/// CI=true they fail.
/// </summary>
public static class RequiredPart
{
    /// <summary>The absolute path of a program: among the parts that tests/parts.sh installs, else on PATH.</summary>
    /// <param name="name">The program, such as <c>docker-registry</c>.</param>
    public static string Find(string name)
    {
        foreach (var folder in Folders())
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
                return file;
        }

        var message = $"The program '{name}' is missing; tests/parts.sh installs it.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(message);
        Assert.Skip(message);
        return "";
    }

    private static IEnumerable<string> Folders()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend(Path.Combine(PartsRoot(), "bin"));
    }

    private static string PartsRoot()
    {
        if (Environment.GetEnvironmentVariable("GITOPSTASKS_PARTS") is { Length: > 0 } own)
            return own;
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "gitops-tasks", "parts");
    }
}
