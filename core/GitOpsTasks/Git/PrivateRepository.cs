using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>The private bare repository that is fetched into and pushed from.</summary>
internal static class PrivateRepository
{
    /// <summary>Makes it in an empty folder, with the remote as <c>origin</c>.</summary>
    /// <exception cref="TaskFailedException">GOT6002: a path at which there is nothing; GOT6001: rewritten to what is not followed.</exception>
    public static async Task<GitCommand> CreateAsync(
        EngineContext context, string directory, GitRemote remote, CancellationToken cancellationToken)
    {
        var git = new GitCommand(context, directory, remote, [remote]);
        await git.RunAsync(["init", "--quiet", "--bare", "--template=", "--initial-branch=unused"], cancellationToken);
        foreach (var (key, value) in (KeyValuePair<string, string>[])
            [new("remote.origin.url", remote.Url), new("remote.origin.promisor", "true"), new("remote.origin.partialCloneFilter", "blob:none")])
        {
            await git.RunAsync(["config", key, value], cancellationToken);
        }

        // url.BASE.insteadOf and pushInsteadOf can lead elsewhere, over another transport.
        var fetch = GitRemote.Rewritten((await git.RunAsync(["remote", "get-url", "origin"], cancellationToken)).Text);
        var push = GitRemote.Rewritten((await git.RunAsync(["remote", "get-url", "--push", "origin"], cancellationToken)).Text);
        if (fetch.Protocol == "file" && !Directory.Exists(fetch.Url))
            throw GitFailure.OfRemote(remote, new ProcessResult(128, default, "fatal: does not exist"));
        if (fetch.Protocol == "file")
            await git.RunAsync(["config", "remote.origin.uploadpack", Trusting(fetch.Url, "upload-pack")], cancellationToken);
        if (push.Protocol == "file")
            await git.RunAsync(["config", "remote.origin.receivepack", Trusting(push.Url, "receive-pack")], cancellationToken);
        return new GitCommand(context, directory, remote, [fetch, push]);
    }

    // A container's user is seldom the owner of what is mounted into it. git hands this command to a shell, and passes no
    // configuration of its own on to it.
    private static string Trusting(string path, string program)
    {
        var quoted = path.Replace("'", @"'\''", StringComparison.Ordinal);
        return $"git -c 'safe.directory={quoted}' -c 'safe.directory={quoted}/.git' {program}";
    }
}
