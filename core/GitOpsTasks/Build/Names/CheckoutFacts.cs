using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Names;

/// <summary>What a checkout says about an event, as far as its CI system does not. Only read, by git.</summary>
internal sealed class CheckoutFacts(EngineContext context, SourceCheckout checkout)
{
    /// <summary>The commit that is checked out.</summary>
    public string Commit => checkout.Commit;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CommitTime => checkout.CommitTime;

    /// <summary>The checkout around a folder; null where there is none, or git is not installed.</summary>
    public static async Task<CheckoutFacts?> FindAsync(EngineContext context, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await SourceCheckout.FindAsync(context, folder, cancellationToken) is { } found ? new CheckoutFacts(context, found) : null;
        }
        catch (ProcessNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A tag at HEAD counts as the event's; the newest version where there are several. Else it is the branch's.</summary>
    public async Task<BuildEvent> EventAsync(CancellationToken cancellationToken)
    {
        var tag = Newest(await LinesAsync(cancellationToken, "tag", "--points-at", "HEAD"));
        return new BuildEvent
        {
            Ref = tag is not null ? "refs/tags/" + tag : checkout.Branch is { } branch ? "refs/heads/" + branch : null,
            Commit = checkout.Commit,
            CommitTime = checkout.CommitTime,
            Repository = await RepositoryAsync(cancellationToken),
        };
    }

    /// <summary>The repository as its remote named origin tells.</summary>
    public async Task<RepositoryFacts> RepositoryAsync(CancellationToken cancellationToken)
    {
        const string remote = "refs/remotes/origin/";
        var head = (await LinesAsync(cancellationToken, "symbolic-ref", "--quiet", remote + "HEAD")) is [var line] ? line : null;
        var url = RepositoryUrl.ForPeople(checkout.Origin);
        return new RepositoryFacts
        {
            Name = RepositoryUrl.NameIn(url) ?? Path.GetFileName(checkout.Root),
            Url = url,
            DefaultBranch = head?.StartsWith(remote, StringComparison.Ordinal) == true ? head[remote.Length..] : null,
        };
    }

    /// <summary>All tags of the repository.</summary>
    /// <exception cref="TaskFailedException">GOT5047: it is a shallow clone that was made without tags.</exception>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken)
    {
        var tags = await LinesAsync(cancellationToken, "tag", "--list");
        var here = await LinesAsync(cancellationToken, "tag", "--points-at", "HEAD");
        return tags.Count > here.Count || await LinesAsync(cancellationToken, "rev-parse", "--is-shallow-repository") is not ["true"]
            ? tags
            : throw TaskFailedException.Usage(
                NameCodes.FactUnknown,
                "latest=highest compares with the other versions, and this shallow clone has no tags of them.",
                "Check the sources out with tags (actions/checkout: fetch-depth: 0; Azure Pipelines: fetchTags: true).");
    }

    private static string? Newest(IReadOnlyList<string> tags)
    {
        var versions = tags.Where(tag => SemVersion.TryParseTag(tag, out _)).ToList();
        return versions.MaxBy(tag => SemVersion.TryParseTag(tag, out var version) ? version : null) ?? (tags is [.., var last] ? last : null);
    }

    private async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var root = checkout.Root;
        var result = await context.RunProcess(
            new ProcessCommand("git", ["-c", "core.fsmonitor=false", "-c", "safe.directory=" + root, .. arguments])
            {
                WorkingDirectory = root,
                Environment = context.Environment.With([new("GIT_OPTIONAL_LOCKS", "0"), new("GIT_ALLOW_PROTOCOL", "none"), new("LC_ALL", "C")]),
            },
            cancellationToken);
        return result.Succeeded ? result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
    }
}
