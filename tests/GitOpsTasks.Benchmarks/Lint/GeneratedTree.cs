using System.Text;
using GitOpsTasks.Benchmarks.Yaml;

namespace GitOpsTasks.Benchmarks.Lint;

/// <summary>
/// A configuration repository as a work tree: twenty files for each application, with base, overlays, values and what Argo CD
/// and Flux read. Made from a seed, so that everybody measures the same bytes, and kept.
/// </summary>
internal static class GeneratedTree
{
    private const int Seed = 20261121;
    private const int FilesOfAnApplication = 20;

    /// <summary>A folder with so many files; its path. Not to be written to.</summary>
    /// <param name="files">A multiple of twenty.</param>
    public static async Task<string> FindAsync(int files)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var path = Path.Combine(cache, "gitops-tasks", "benchmarks", $"lint-2-{Seed}-{files}");
        if (Directory.Exists(path))
            return path;
        var making = $"{path}.{Environment.ProcessId}";
        for (var number = 0; number < files / FilesOfAnApplication; number++)
            Write(making, new Application(number, new Dice(Seed + number)));
        await Shell.RunAsync("git", ["init", "--quiet", making]);
        Directory.Move(making, path);
        return path;
    }

    private static void Write(string root, Application app)
    {
        foreach (var (path, text) in app.Base().Concat(app.Overlays()).Concat(app.Delivery()))
        {
            var file = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        }
    }
}
