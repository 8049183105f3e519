using System.Runtime.CompilerServices;

namespace GitOpsTasks.Benchmarks.Build;

/// <summary>
/// An application to build: a published .NET program and the pages of the example application, each a layer of its own, on
/// nothing. A Dockerfile and a gitops.yaml say the same.
/// </summary>
/// <param name="folder">Where it is.</param>
internal sealed class ImageApplication(string folder)
{
    private int _edits;

    /// <summary>Makes it from a folder with a published program.</summary>
    public static async Task<ImageApplication> MakeAsync(string folder, string published)
    {
        Copy(published, Path.Combine(folder, "app"));
        Copy(Path.Combine(ExamplesFolder(), "web", "site"), Path.Combine(folder, "site"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Dockerfile"), "FROM scratch\nCOPY app/ /app/\nCOPY site/ /srv/site/\nENTRYPOINT [\"/app/gitops\"]\n");
        return new ImageApplication(folder);
    }

    /// <summary>Its folder.</summary>
    public string Folder => folder;

    /// <summary>Bytes of all its files.</summary>
    public long Size => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Names the registry that gitops pushes to.</summary>
    public Task PointToAsync(string repository) => File.WriteAllTextAsync(
        Path.Combine(folder, "gitops.yaml"),
        $$"""
        apiVersion: gitops-tasks/v1
        images:
          web:
            repository: {{repository}}
            layers:
              - { from: app, to: /app }
              - { from: site, to: /srv/site }
            entrypoint: [/app/gitops]
            tags: ["type=raw,value=1"]
        """);

    /// <summary>Changes one page.</summary>
    public Task EditAsync() => File.AppendAllTextAsync(Path.Combine(folder, "site", "index.html"), $"<!-- {++_edits} -->\n");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string ExamplesFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../examples"));
}
