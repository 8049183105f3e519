using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.Local;

/// <summary>The git calls of <see cref="GitRefPullRequestStore"/>, in an empty bare repository of their own that talks to one remote.</summary>
internal sealed class ScratchGit : IDisposable
{
    // Set while git runs a hook; they would point our git at the caller's repository.
    private static readonly string[] CallersRepository =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"];

    private readonly EngineContext _context;
    private readonly string _remote;
    private readonly string _name;
    private readonly ScratchDirectory _directory;
    private readonly EnvironmentSnapshot _environment;

    private ScratchGit(EngineContext context, string remote, string name)
    {
        _context = context;
        _remote = remote;
        _name = name;
        _directory = new ScratchDirectory(context, "forge");
        _environment = context.Environment.With(
        [
            .. CallersRepository.Select(variable => KeyValuePair.Create(variable, (string?)null)),
            KeyValuePair.Create("GIT_TERMINAL_PROMPT", (string?)"0"),
            KeyValuePair.Create("GIT_HTTP_LOW_SPEED_LIMIT", (string?)"1"),
            KeyValuePair.Create("GIT_HTTP_LOW_SPEED_TIME", (string?)"30"),
            KeyValuePair.Create("LC_ALL", (string?)"C"),
        ]);
    }

    public static async Task<ScratchGit> CreateAsync(
        EngineContext context, string remote, string name, CancellationToken cancellationToken)
    {
        var git = new ScratchGit(context, remote, name);
        try
        {
            await git.RunAsync(["init", "--quiet", "--bare", "--template=", "."], default, cancellationToken);
            return git;
        }
        catch
        {
            git.Dispose();
            throw;
        }
    }

    /// <summary>The refs of the remote that match, with what they point at.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListRefsAsync(
        IReadOnlyList<string> patterns, CancellationToken cancellationToken)
    {
        var result = await RunAsync(["ls-remote", "--end-of-options", _remote, .. patterns], default, cancellationToken);
        return result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .ToDictionary(parts => parts[1], parts => parts[0]);
    }

    /// <summary>Fetches the refs that match, which point at blobs, and reads these.</summary>
    /// <returns>Object id and content of each, by the name of its ref.</returns>
    public async Task<IReadOnlyList<(string Name, string Id, ReadOnlyMemory<byte> Content)>> FetchBlobsAsync(
        string pattern, CancellationToken cancellationToken)
    {
        string[] fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--end-of-options", _remote, $"+{pattern}:{pattern}"];
        await RunAsync(fetch, default, cancellationToken);
        var refs = (await RunAsync(["for-each-ref", "--format=%(objectname) %(refname)"], default, cancellationToken)).Text;
        var blobs = new List<(string, string, ReadOnlyMemory<byte>)>();
        foreach (var line in refs.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, name) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            blobs.Add((name, id, (await RunAsync(["cat-file", "blob", id], default, cancellationToken)).Output));
        }

        return blobs;
    }

    /// <summary>Points a ref of the remote at a new blob if it still has the expected value; null expects no such ref.</summary>
    /// <returns>Whether the ref now has the new value.</returns>
    public async Task<bool> PushBlobAsync(
        ReadOnlyMemory<byte> content, string name, string? expected, CancellationToken cancellationToken)
    {
        var blob = (await RunAsync(["hash-object", "-w", "--stdin"], content, cancellationToken)).Text;
        if (blob == expected)
            return true;
        string[] push =
        [
            "push", "--porcelain", "--no-verify", $"--force-with-lease={name}:{expected}", "--end-of-options", _remote, $"{blob}:{name}",
        ];
        var result = await _context.RunProcess(Command(push), cancellationToken);
        if (result.Succeeded)
            return true;

        // The text of a failure differs between servers, and a lost reply fails too: what the remote has now decides.
        var now = (await ListRefsAsync([name], cancellationToken)).GetValueOrDefault(name);
        if (now == blob)
            return true;
        if (now != expected || IsLocked(result))
            return false;
        throw RejectionIn(result.Text) is { } reason
            ? TaskFailedException.Refused(
                ForgeCodes.StoreRefused,
                $"{_name} refused to take a pull request: {reason}.",
                "Allow pushes to refs/gitops/ there: a hook or a setting of the server keeps them out.")
            : Failure("written", result);
    }

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();

    private static bool IsLocked(ProcessResult result) =>
        result.Error.Contains("cannot lock ref", StringComparison.Ordinal)
        || result.Text.Contains("cannot lock ref", StringComparison.Ordinal)
        || result.Text.Contains("failed to update ref", StringComparison.Ordinal);

    private async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var result = await _context.RunProcess(Command(arguments) with { StandardInput = input }, cancellationToken);
        return result.Succeeded ? result : throw Failure("read", result);
    }

    private ProcessCommand Command(IReadOnlyList<string> arguments) =>
        new("git", arguments) { WorkingDirectory = _directory.FullPath, Environment = _environment };

    private TaskFailedException Failure(string what, ProcessResult result) => TaskFailedException.External(
        ForgeCodes.StoreFailed,
        $"The pull requests in {_name} could not be {what}{Said(result)}",
        "Check the address and that git can reach it and push to it.");

    // Porcelain output has a line "! TAB from:to TAB [remote rejected] (reason)".
    private static string? RejectionIn(string porcelain)
    {
        const string Mark = "[remote rejected] (";
        var start = porcelain.IndexOf(Mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : porcelain.IndexOf(')', start);
        return end < 0 ? null : porcelain[(start + Mark.Length)..end];
    }

    private static string Said(ProcessResult result)
    {
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "." : $": {string.Join(' ', lines.TakeLast(3))}";
    }
}
