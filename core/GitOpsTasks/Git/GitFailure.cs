using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>What a failed git command means to the person who ran the task.</summary>
internal static class GitFailure
{
    private static readonly string[] s_authentication =
    [
        "Authentication failed", "could not read Username", "could not read Password", "error: 401", "error: 403",
        "Permission denied (", "Host key verification failed", "terminal prompts disabled",
    ];

    private static readonly string[] s_notFound =
    [
        "does not appear to be a git repository", "not found", "does not exist", "error: 404", "No such file or directory", "not a git repository",
    ];

    /// <summary>A local git command failed, which is not expected.</summary>
    public static TaskFailedException Of(string verb, ProcessResult result) => TaskFailedException.External(
        GitCodes.GitFailed, $"'git {verb}' failed: {LastLine(result)}.", "Try again; if it stays so, run it with --verbosity detailed.");

    /// <summary>A command that talks to the remote failed.</summary>
    public static TaskFailedException OfRemote(GitRemote remote, ProcessResult result)
    {
        if (Mentions(result, s_authentication))
        {
            return TaskFailedException.Refused(
                GitCodes.AuthenticationFailed,
                $"'{remote.Display}' did not accept the credentials: {LastLine(result)}.",
                "Set GITOPS_TOKEN, or check the credentials in your git configuration, and that they may write.");
        }

        if (Mentions(result, s_notFound))
        {
            return TaskFailedException.Usage(
                GitCodes.RepositoryNotFound,
                $"There is no git repository at '{remote.Display}', or it is hidden from you.",
                "Check the address, and that the credentials may read it.");
        }

        return TaskFailedException.External(
            GitCodes.GitFailed,
            $"'{remote.Display}' could not be reached: {LastLine(result)}.",
            "Check the network and the server, then run the task again.");
    }

    /// <summary>The line of git's output that says what went wrong, without a full stop.</summary>
    public static string LastLine(ProcessResult result)
    {
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var telling = lines.LastOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal) || line.StartsWith("error:", StringComparison.Ordinal));
        return (telling ?? lines.LastOrDefault() ?? $"exit code {result.ExitCode}").TrimEnd('.');
    }

    private static bool Mentions(ProcessResult result, string[] texts) =>
        texts.Any(text => result.Error.Contains(text, StringComparison.OrdinalIgnoreCase));
}
