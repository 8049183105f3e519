using System.Globalization;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Bundles;

/// <summary>Where the manifests of a bundle come from, as Flux shows it.</summary>
/// <param name="Created">When they were last changed; null where that is not known.</param>
/// <param name="Source">Address of their repository, without credentials; null where it is not known.</param>
/// <param name="Revision">Such as <c>main@sha1:</c> and a commit; null where it is not known.</param>
public sealed record BundleOrigin(DateTimeOffset? Created, string? Source, string? Revision)
{
    private const int Sha1Digits = 40;

    /// <summary>The annotations of <c>flux push artifact</c>; without a time they name the first second of 1970.</summary>
    public IReadOnlyDictionary<string, string> Annotations
    {
        get
        {
            var annotations = new Dictionary<string, string>
            {
                ["org.opencontainers.image.created"] = ImageLabels.Time(Created ?? DateTimeOffset.UnixEpoch),
            };
            if (Source is not null)
                annotations["org.opencontainers.image.source"] = Source;
            if (Revision is not null)
                annotations["org.opencontainers.image.revision"] = Revision;
            return annotations;
        }
    }

    /// <summary>
    /// The origin of a folder: the last commit that changed something in it, so that a commit elsewhere gives the same
    /// bundle. Files that are in no commit are taken to be of the newest one.
    /// </summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="happened">What happened to the sources.</param>
    /// <param name="context">Runs git.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    internal static async Task<BundleOrigin> OfAsync(
        string folder, BuildEvent happened, EngineContext context, CancellationToken cancellationToken)
    {
        var last = await LastCommitAsync(folder, context, cancellationToken);
        var commit = last?.Commit ?? happened.Commit;
        var created = SourceDate.From(context) ?? last?.Time ?? happened.CommitTime;
        return new BundleOrigin(created, happened.Repository.Source ?? happened.Repository.Url, commit is null ? null : RevisionOf(happened, commit));
    }

    private static string RevisionOf(BuildEvent happened, string commit)
    {
        var algorithm = commit.Length == Sha1Digits ? "sha1" : "sha256";
        return (happened.Branch ?? happened.Tag ?? happened.Ref) is { } name ? $"{name}@{algorithm}:{commit}" : $"{algorithm}:{commit}";
    }

    private static async Task<(string Commit, DateTimeOffset Time)?> LastCommitAsync(
        string folder, EngineContext context, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var result = await context.RunProcess(
                new ProcessCommand("git", ["-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "safe.directory=*", "log", "-1", "--format=%H %ct", "--", "."])
                {
                    WorkingDirectory = folder,
                    Environment = context.Environment.With([new("GIT_OPTIONAL_LOCKS", "0"), new("GIT_ALLOW_PROTOCOL", "none"), new("LC_ALL", "C")]),
                },
                cancellationToken);
            return result.Succeeded && result.Text.Trim().Split(' ') is [var commit, var seconds]
                ? (commit, DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)))
                : null;
        }
        catch (ProcessNotFoundException)
        {
            return null;
        }
    }
}
