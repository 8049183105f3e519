using System.Text;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Parts;

/// <summary>
/// A real bare repository in a temporary folder, to be pushed to, fetched from and looked into by a test. Accepts
/// partial clones and pushes over http where a server offers it.
/// </summary>
public sealed class BareRepository : IDisposable
{
    private readonly string? _ownedRoot;
    private readonly HermeticGit _git;

    private BareRepository(string path, string? ownedRoot)
    {
        FullPath = path;
        _ownedRoot = ownedRoot;
        _git = new HermeticGit(path);
    }

    /// <summary>Absolute path of the repository.</summary>
    public string FullPath { get; }

    /// <summary>Makes an empty repository in a temporary folder of its own, removed when disposed.</summary>
    /// <param name="branch">What HEAD points at.</param>
    public static Task<BareRepository> CreateAsync(string branch = "main")
    {
        var root = Directory.CreateTempSubdirectory("gitops-bare-").FullName;
        return CreateAsync(Path.Combine(root, "repository.git"), root, branch);
    }

    /// <summary>Makes an empty repository at a path below a folder that the caller removes.</summary>
    public static Task<BareRepository> CreateAtAsync(string path, string branch = "main") => CreateAsync(path, null, branch);

    /// <summary>Runs git in the repository; a failure is an exception.</summary>
    /// <returns>Standard output without the last line end.</returns>
    public async Task<string> GitAsync(params string[] arguments) => (await _git.RunAsync(FullPath, arguments)).Text;

    /// <summary>Runs git in the repository with input and more environment variables, whatever the exit code.</summary>
    public Task<ProcessResult> TryGitAsync(
        IReadOnlyList<string> arguments,
        ReadOnlyMemory<byte> input = default,
        IEnumerable<KeyValuePair<string, string?>>? variables = null) =>
        _git.TryRunAsync(FullPath, arguments, input, variables);

    /// <summary>
    /// Commits files on top of a branch, which is made where it does not exist: from another branch, or as a first commit.
    /// </summary>
    /// <param name="branch">The branch to move.</param>
    /// <param name="files">Contents by path; null removes the file.</param>
    /// <param name="message">The commit message.</param>
    /// <param name="from">Where a new branch starts.</param>
    /// <returns>The commit id.</returns>
    public async Task<string> CommitAsync(
        string branch, IReadOnlyDictionary<string, string?> files, string message = "change", string? from = null)
    {
        var tip = await TipAsync(branch);
        var parent = tip ?? (from is null ? null : await TipAsync(from));
        var script = new MemoryStream();
        Write(script, $"commit refs/heads/{branch}\ncommitter Test Committer <committer@example.com> {_git.NextTime().ToUnixTimeSeconds()} +0000\n");
        WriteData(script, message);
        if (parent is not null && tip is null)
            Write(script, $"from {parent}\n");
        else if (tip is not null)
            Write(script, $"from refs/heads/{branch}^0\n");
        foreach (var (path, content) in files)
        {
            Write(script, content is null ? $"D {path}\n" : $"M 100644 inline {path}\n");
            if (content is not null)
                WriteData(script, content);
        }

        await _git.RunAsync(FullPath, ["fast-import", "--quiet"], script.ToArray());
        return (await TipAsync(branch))!;
    }

    /// <summary>Commits one file.</summary>
    public Task<string> CommitAsync(string branch, string path, string content, string message = "change", string? from = null) =>
        CommitAsync(branch, new Dictionary<string, string?> { [path] = content }, message, from);

    /// <summary>The commit at the tip of a branch, or null where there is no such branch.</summary>
    public async Task<string?> TipAsync(string branch) => await ResolveAsync($"refs/heads/{branch}");

    /// <summary>What a revision names, or null.</summary>
    public async Task<string?> ResolveAsync(string revision)
    {
        var result = await TryGitAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", revision]);
        return result.Succeeded ? result.Text : null;
    }

    /// <summary>The text of a file at a revision, or null where it does not exist.</summary>
    public async Task<string?> ReadAsync(string revision, string path) =>
        await ReadBytesAsync(revision, path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The bytes of a file at a revision, or null where it does not exist.</summary>
    public async Task<byte[]?> ReadBytesAsync(string revision, string path)
    {
        var result = await TryGitAsync(["cat-file", "blob", $"{revision}:{path}"]);
        return result.Succeeded ? result.Output.ToArray() : null;
    }

    /// <summary>Object ids by the names of all refs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RefsAsync() =>
        Lines(await GitAsync("for-each-ref", "--format=%(objectname) %(refname)"))
            .Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[1], parts => parts[0]);

    /// <summary>Commit ids reachable from a revision, newest first.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string revision) => Lines(await GitAsync("rev-list", revision));

    /// <summary>The first lines of the commit messages reachable from a revision, newest first.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(string revision) => Lines(await GitAsync("log", "--format=%s", revision));

    /// <summary>Lines <c>added TAB removed TAB path</c> between two revisions.</summary>
    public async Task<IReadOnlyList<string>> NumstatAsync(string from, string to) =>
        Lines(await GitAsync("diff-tree", "-r", "--numstat", from, to));

    /// <summary>Checks every object; a broken repository is an exception.</summary>
    public Task FsckAsync() => GitAsync("fsck", "--strict", "--full", "--no-dangling");

    /// <inheritdoc />
    public void Dispose()
    {
        if (_ownedRoot is not null)
            Directory.Delete(_ownedRoot, recursive: true);
    }

    private static async Task<BareRepository> CreateAsync(string path, string? ownedRoot, string branch)
    {
        Directory.CreateDirectory(path);
        var repository = new BareRepository(path, ownedRoot);
        await repository.GitAsync("init", "--quiet", "--bare", $"--initial-branch={branch}", ".");
        foreach (var setting in (string[])["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant", "http.receivepack"])
            await repository.GitAsync("config", setting, "true");
        return repository;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void WriteData(MemoryStream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(stream, $"data {bytes.Length}\n");
        stream.Write(bytes);
        Write(stream, "\n");
    }
}
