using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// Runs git in one private bare repository. The user's and the system's git configuration are trusted (credentials, SSH,
/// signing, proxies); hooks and file monitors are switched off, objects are fetched only when that is asked, and only the transports that lead to the remote are allowed.
/// </summary>
internal sealed class GitCommand
{
    /// <summary>Variables that would lead git to another repository.</summary>
    internal static IReadOnlyList<string> InheritedRepository { get; } =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH", "GIT_TEMPLATE_DIR",
    ];

    private readonly RunProcess _run;
    private readonly StartProcess _start;
    private readonly string _directory;
    private readonly EnvironmentSnapshot _environment;
    private readonly TimeSpan _deadline;

    /// <summary>A git for one remote.</summary>
    /// <param name="context">Starts it, and gives its environment.</param>
    /// <param name="bareDirectory">The private repository.</param>
    /// <param name="remote">The remote, to which credentials belong.</param>
    /// <param name="reached">Where fetching and pushing really go, as the user's configuration rewrites the address.</param>
    /// <param name="fromCheckout">What the checkout says about reaching its origin, where that is the remote.</param>
    public GitCommand(
        EngineContext context, string bareDirectory, GitRemote remote, IReadOnlyList<GitRemote> reached, IReadOnlyList<KeyValuePair<string, string>>? fromCheckout = null)
    {
        _run = context.RunProcess;
        _start = context.StartProcess;
        _directory = bareDirectory;
        Credentials = [.. GitCredentials.For(remote, context)];
        if (Credentials.Count == 0)
            Credentials = fromCheckout ?? [];
        _environment = Harden(context, Credentials, reached);
        _deadline = GitDeadline.Of(context.Environment);
        Persistence = new NetworkPersistence(context.Time);
    }

    private GitCommand(GitCommand git, EnvironmentSnapshot environment)
    {
        (_run, _start, _directory, _deadline, Credentials, Persistence) = (git._run, git._start, git._directory, git._deadline, git.Credentials, git.Persistence);
        _environment = environment;
    }

    /// <summary>The configuration that authenticates requests: secret.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Credentials { get; }

    /// <summary>Tries again what failed for a reason that passes.</summary>
    public NetworkPersistence Persistence { get; }

    /// <summary>The same git with some environment variables set.</summary>
    public GitCommand With(IEnumerable<KeyValuePair<string, string?>> variables) => new(this, _environment.With(variables));

    /// <summary>Starts a git that is talked to while it runs.</summary>
    public IRunningProcess Start(IReadOnlyList<string> arguments, CancellationToken cancellationToken) => _start(Command(arguments), cancellationToken);

    /// <summary>Runs git and returns whatever it ended with.</summary>
    public Task<ProcessResult> TryAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, ReadOnlyMemory<byte> input = default, Action<string>? onErrorLine = null) =>
        _run(Command(arguments) with { StandardInput = input, OnErrorLine = onErrorLine, Deadline = _deadline }, cancellationToken);

    /// <summary>Runs git to read from the remote, again where the network or the server failed; returns whatever it ended with.</summary>
    public Task<ProcessResult> AskAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, ReadOnlyMemory<byte> input = default, Action<string>? onErrorLine = null) =>
        Persistence.RunAsync(token => TryAsync(arguments, token, input, onErrorLine), GitFailure.IsTransient, cancellationToken);

    /// <summary>Runs git where only success makes sense.</summary>
    /// <exception cref="TaskFailedException">GOT6006: git ended with another exit code than 0.</exception>
    public async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, ReadOnlyMemory<byte> input = default)
    {
        var result = await TryAsync(arguments, cancellationToken, input);
        return result.Succeeded ? result : throw GitFailure.Of(arguments[0], result);
    }

    private ProcessCommand Command(IReadOnlyList<string> arguments) => new("git", ["--git-dir=" + _directory, .. arguments])
    {
        WorkingDirectory = _directory,
        Environment = _environment,
    };

    private static EnvironmentSnapshot Harden(
        EngineContext context, IReadOnlyList<KeyValuePair<string, string>> credentials, IReadOnlyList<GitRemote> reached)
    {
        var settings = new List<KeyValuePair<string, string>>
        {
            new("core.hooksPath", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
            new("core.fsmonitor", "false"),
            new("core.alternateRefsCommand", ":"),
            new("core.warnAmbiguousRefs", "false"),
            new("gc.auto", "0"),
            new("maintenance.auto", "false"),
            new("user.useConfigOnly", "true"),
        };
        settings.AddRange(credentials);

        var changes = InheritedRepository.Select(name => KeyValuePair.Create(name, (string?)null)).ToList();
        changes.AddRange(
        [
            new("GIT_TERMINAL_PROMPT", "0"),
            new("GIT_ALLOW_PROTOCOL", string.Join(':', reached.Select(at => at.Protocol).Distinct(StringComparer.Ordinal))),
            new("GIT_HTTP_LOW_SPEED_LIMIT", context.Environment["GIT_HTTP_LOW_SPEED_LIMIT"] ?? "1"),
            new("GIT_HTTP_LOW_SPEED_TIME", context.Environment["GIT_HTTP_LOW_SPEED_TIME"] ?? "30"),
            new("GIT_OPTIONAL_LOCKS", "0"),
            new("GIT_NO_LAZY_FETCH", "1"),
            new("LC_ALL", "C"),
        ]);
        changes.AddRange(AsEnvironment(settings, context.Environment));
        return context.Environment.With(changes);
    }

    // Configuration by environment: not visible in a process list, gone with the process. What the user passes this way stays.
    private static IEnumerable<KeyValuePair<string, string?>> AsEnvironment(
        List<KeyValuePair<string, string>> settings, EnvironmentSnapshot environment)
    {
        var count = int.TryParse(environment["GIT_CONFIG_COUNT"], out var given) ? given : 0;
        foreach (var (key, value) in settings)
        {
            yield return new($"GIT_CONFIG_KEY_{count}", key);
            yield return new($"GIT_CONFIG_VALUE_{count}", value);
            count++;
        }

        yield return new("GIT_CONFIG_COUNT", count.ToString());
    }
}
