using System.Text;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Parts;

/// <summary>An index file of its own for building one tree in a bare repository.</summary>
internal sealed class TemporaryIndex(BareRepository git) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitops-index-");

    public async Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, string input = "")
    {
        var variable = KeyValuePair.Create("GIT_INDEX_FILE", (string?)Path.Combine(_folder.FullName, "index"));
        var result = await git.TryGitAsync(arguments, Encoding.UTF8.GetBytes(input), [variable]);
        return result.Succeeded ? result : throw new InvalidOperationException($"git {arguments[0]}: {result.Error}");
    }

    private Task<ProcessResult> SetAsync(string mode, string id, string path) =>
        RunAsync(["update-index", "-z", "--add", "--replace", "--index-info"], $"{mode} {id}\t{path}\0");

    /// <summary>Whether there is a file at a path; a folder is none.</summary>
    public async Task<bool> HasAsync(string path) =>
        (await RunAsync(["ls-files", "-z", "--", $":(literal){path}"])).Text == $"{path}\0";

    /// <summary>Adds every file of a tree below a path; files that are there beside them stay.</summary>
    public async Task MergeAsync(string tree, string path)
    {
        var files = (await RunAsync(["ls-tree", "-z", "-r", tree])).Text.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in files)
        {
            var tab = file.IndexOf('\t');
            var fields = file[..tab].Split(' ');
            await SetAsync(fields[0], fields[2], $"{path}/{file[(tab + 1)..]}");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
