using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>
/// Signs commits as git's own configuration says: <c>commit.gpgSign</c>, <c>gpg.format</c>, <c>user.signingKey</c> and what else
/// git reads for it.
/// </summary>
/// <param name="git">The private repository.</param>
internal sealed class CommitSigner(GitCommand git)
{
    private bool? _isAsked;

    /// <summary>The id of a signed copy of a commit; the commit itself where signing is not asked for.</summary>
    /// <exception cref="TaskFailedException">GOT6022: git could not sign.</exception>
    public async Task<string> SignAsync(string commit, CancellationToken cancellationToken)
    {
        _isAsked ??= (await git.TryAsync(["config", "--type=bool", "--get", "commit.gpgSign"], cancellationToken)).Text == "true";
        if (_isAsked is false)
            return commit;

        // fast-import writes no signatures; commit-tree writes the same commit with one.
        var raw = (await git.RunAsync(["cat-file", "commit", commit], cancellationToken)).Output;
        var split = raw.Span.IndexOf("\n\n"u8);
        var headers = Encoding.UTF8.GetString(raw.Span[..split]).Split('\n').Select(line => line.Split(' ', 2)).ToLookup(line => line[0], line => line[1]);
        var signed = await git.With(Identities(headers)).TryAsync(
            ["commit-tree", "-S", .. headers["parent"].SelectMany(parent => (string[])["-p", parent]), headers["tree"].Single()],
            cancellationToken,
            raw[(split + 2)..]);
        return signed.Succeeded
            ? signed.Text
            : throw TaskFailedException.Usage(
                GitCodes.SigningFailed,
                $"git could not sign the commit: {GitFailure.LastLine(signed)}.",
                "Look at commit.gpgSign, gpg.format and user.signingKey in your git configuration, and that the key can be used without a prompt.");
    }

    // "Name <email> seconds zone"
    private static IEnumerable<KeyValuePair<string, string?>> Identities(ILookup<string, string> headers)
    {
        foreach (var role in (string[])["author", "committer"])
        {
            var identity = headers[role].Single();
            var (open, close) = (identity.LastIndexOf('<'), identity.LastIndexOf('>'));
            var prefix = $"GIT_{role.ToUpperInvariant()}_";
            yield return new(prefix + "NAME", identity[..open].Trim());
            yield return new(prefix + "EMAIL", identity[(open + 1)..close]);
            yield return new(prefix + "DATE", "@" + identity[(close + 2)..]);
        }
    }
}
