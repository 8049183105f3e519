using System.Diagnostics;
using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A folder with files to bump, among them bad ones.</summary>
public abstract class BadFolder : BumpedFiles
{
    private protected const string Pod = "spec:\n  containers:\n  - image: web:1.4.0\n";
    private protected const string Bumped = "spec:\n  containers:\n  - image: web:1.5.0\n";

    private protected string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(Place.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Place.Folder, path)).Order(StringComparer.Ordinal)];

    private protected async Task<TaskOutcome> BumpAsync(string[] paths, params string[] images) =>
        await BumpTask.Declaration.RunAsync(new InputValues().Add("image", images).Add("path", paths), Place.Context(), Token);

    private protected void Swap(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                File.Copy(Place.PathOf("real.yaml"), Place.PathOf("pod.yaml"), overwrite: true);
                File.Delete(Place.PathOf("pod.yaml"));
                File.CreateSymbolicLink(Place.PathOf("pod.yaml"), "../outside/pod.yaml");
            }
            catch (IOException)
            {
                // The bump was first.
            }

            File.Delete(Place.PathOf("pod.yaml"));
        }
    }
}
