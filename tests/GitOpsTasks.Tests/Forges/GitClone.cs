using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>A clone with a work tree, in a temporary folder, made and used by the git command line.</summary>
internal sealed class GitClone : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gitops-clone-");
    private readonly HermeticGit _git;

    private GitClone() => _git = new HermeticGit(_folder.FullName);

    /// <summary>Clones.</summary>
    /// <param name="address">What from.</param>
    /// <param name="credentials">Base64 of <c>user:password</c> for Basic authentication; null for none.</param>
    /// <param name="options">More options of <c>git clone</c>.</param>
    public static async Task<GitClone> OfAsync(string address, string? credentials = null, params string[] options)
    {
        var clone = new GitClone();
        string[] authentication = credentials is null ? [] : ["-c", $"http.extraHeader=Authorization: Basic {credentials}"];
        await clone.GitAsync(["clone", "--quiet", .. authentication, .. options, address, "."]);
        return clone;
    }

    public async Task<string> GitAsync(params string[] arguments) => (await _git.RunAsync(_folder.FullName, arguments)).Text;

    public async Task<string> CommitAndPushAsync(string branch, string path, string content)
    {
        await GitAsync("checkout", "--quiet", "-B", branch, $"origin/{branch}");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, path), content);
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message", "by push");
        await GitAsync("push", "--quiet", "origin", branch);
        return await GitAsync("rev-parse", "HEAD");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
