using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>What a failed git command means to the person who ran the task.</summary>
internal static partial class GitFailure
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

    // What no second attempt changes. Whatever else a command that talks to a remote says is taken for a fault that passes: the
    // texts of curl, ssh and servers are too many to list.
    private static readonly string[] s_lasting =
    [
        "certificate", "not allowed", "No space left on device", "Read-only file system", "remote error:", "unable to find remote helper",
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

    /// <summary>Whether a command that talks to the remote may do better when it is run again.</summary>
    public static bool IsTransient(ProcessResult result) =>
        !result.Succeeded && !Mentions(result, s_authentication) && !Mentions(result, s_notFound) && !Mentions(result, s_lasting)
        && !result.Error.Contains("couldn't find remote ref", StringComparison.Ordinal)
        && (!HttpRefusal().IsMatch(result.Error) || HttpLater().IsMatch(result.Error));

    /// <summary>The line of git's output that says what went wrong, without a full stop.</summary>
    public static string LastLine(ProcessResult result)
    {
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var telling = lines.LastOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal) || line.StartsWith("error:", StringComparison.Ordinal));
        return (telling ?? lines.LastOrDefault() ?? $"exit code {result.ExitCode}").TrimEnd('.');
    }

    private static bool Mentions(ProcessResult result, string[] texts) =>
        texts.Any(text => result.Error.Contains(text, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("returned error: 4[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex HttpRefusal();

    [GeneratedRegex("returned error: (408|425|429)", RegexOptions.CultureInvariant)]
    private static partial Regex HttpLater();
}
