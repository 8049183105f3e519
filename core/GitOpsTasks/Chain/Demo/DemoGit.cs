using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Chain.Demo;

/// <summary>git for making the example repositories: fixed author and dates, so that they are the same everywhere.</summary>
/// <param name="context">Environment and processes.</param>
/// <param name="folder">The repository.</param>
internal sealed class DemoGit(EngineContext context, string folder)
{
    /// <summary>Makes a repository; a bare one takes filtered fetches.</summary>
    public async Task InitialiseAsync(bool bare, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await RunAsync(["init", "--quiet", "--initial-branch=main", "--template=", .. bare ? (string[])["--bare"] : []], default, cancellationToken);
        if (bare)
            await RunAsync(["config", "uploadpack.allowFilter", "true"], default, cancellationToken);
    }

    /// <summary>Commits everything in the folder as a version, and tags it.</summary>
    public async Task ReleaseAsync(string version, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await RunAsync(["add", "--all"], time, cancellationToken);
        await RunAsync(["commit", "--quiet", "--message", $"web {version}"], time, cancellationToken);
        await RunAsync(["tag", $"v{version}"], time, cancellationToken);
    }

    private async Task RunAsync(IReadOnlyList<string> arguments, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var date = $"{time.ToUnixTimeSeconds()} +0000";
        var result = await context.RunProcess(
            new ProcessCommand("git", ["-c", "commit.gpgSign=false", "-c", "tag.gpgSign=false", "-c", "core.hooksPath=" + folder, "-c", "core.autocrlf=false", .. arguments])
            {
                WorkingDirectory = folder,
                Environment = context.Environment.With(
                [
                    new("GIT_AUTHOR_NAME", "GitOpsTasks demo"), new("GIT_AUTHOR_EMAIL", "demo@example.com"), new("GIT_AUTHOR_DATE", date),
                    new("GIT_COMMITTER_NAME", "GitOpsTasks demo"), new("GIT_COMMITTER_EMAIL", "demo@example.com"), new("GIT_COMMITTER_DATE", date),
                    new("GIT_DIR", null), new("GIT_WORK_TREE", null), new("GIT_INDEX_FILE", null),
                ]),
            },
            cancellationToken);
        if (!result.Succeeded)
        {
            throw TaskFailedException.External(
                ChainCodes.DemoFailed, $"'git {arguments[0]}' failed: {result.Error.Trim()}", "Check that git 2.28 or newer works here.");
        }
    }
}
