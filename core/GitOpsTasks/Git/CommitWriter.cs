using System.Globalization;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>Writes commits into the private repository.</summary>
/// <param name="git">The private repository.</param>
/// <param name="context">Its environment can set dates.</param>
/// <param name="settings">The configuration git works under.</param>
internal sealed class CommitWriter(GitCommand git, EngineContext context, GitSettings settings)
{
    private const string Reference = "refs/gitops/new";
    private const string FallbackIdentity = "GitOpsTasks <gitops-tasks@localhost>";

    private readonly CommitSigner _signer = new(git);

    /// <summary>Writes a commit of changes to a base; returns its id.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="request">Gives message, identities and, where the environment does not set them, their dates.</param>
    /// <param name="tip">The tip of the branch it is for: its first parent; null where the branch is new.</param>
    /// <param name="tree">The base: the tree the changes are made to, and a further parent where it is another commit.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public async Task<string> WriteAsync(
        ChangeSet changes, CommitRequest request, string? tip, IConfigTree tree, CancellationToken cancellationToken)
    {
        using var stream = new FastImportStream();
        var author = IdentityAsync("AUTHOR", request.Author, request.Plan.MadeAt, cancellationToken);
        var committer = IdentityAsync("COMMITTER", request.Committer, request.Plan.MadeAt, cancellationToken);
        stream.Commit(Reference, await author, await committer, request.Message(changes));
        var @base = tree.Revision;
        if ((tip ?? @base) is { Length: > 0 } parent)
            stream.From(parent);
        if (tip is not null && tip != @base)
        {
            if (!await IsParentAsync(@base, tip, cancellationToken))
                stream.Merge(@base);
            stream.RootTree((await git.RunAsync(["rev-parse", "--verify", "--end-of-options", @base + "^{tree}"], cancellationToken)).Text);
        }

        foreach (var change in changes.Files)
            stream.Change(change);
        stream.Finish();
        var commit = (await git.RunAsync(["fast-import", "--quiet", "--force", "--date-format=raw"], cancellationToken, stream.Content)).Text;
        return settings["commit.gpgsign"] is null ? commit : await _signer.SignAsync(commit, cancellationToken);
    }

    /// <summary>Whether a commit is a parent of another: the raw object tells it even where the clone is too shallow to have it.</summary>
    public async Task<bool> IsParentAsync(string parent, string commit, CancellationToken cancellationToken)
    {
        var raw = (await git.RunAsync(["cat-file", "commit", commit], cancellationToken)).Text;
        return raw.Split('\n').TakeWhile(line => line.Length > 0).Contains("parent " + parent, StringComparer.Ordinal);
    }

    // "Name <email> seconds zone", as git resolves it from its environment and configuration where the request names nobody.
    private async Task<string> IdentityAsync(string role, CommitIdentity? given, DateTimeOffset stamp, CancellationToken cancellationToken)
    {
        var variables = given is null ? [] : (KeyValuePair<string, string?>[])[new($"GIT_{role}_NAME", given.Name), new($"GIT_{role}_EMAIL", given.Mail)];
        var result = await git.With(variables).TryAsync(["var", $"GIT_{role}_IDENT"], cancellationToken);
        var identity = result.Succeeded ? result.Text[..(result.Text.LastIndexOf('>') + 1)] : FallbackIdentity;
        return result.Succeeded && context.Environment[$"GIT_{role}_DATE"] is not null
            ? result.Text
            : string.Create(CultureInfo.InvariantCulture, $"{identity} {stamp.ToUnixTimeSeconds()} +0000");
    }
}
