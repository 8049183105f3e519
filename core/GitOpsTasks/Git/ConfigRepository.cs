using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>Finds the repository that holds the configuration.</summary>
public static class ConfigRepository
{
    /// <summary>The repository that is given; else as <see cref="FindAsync"/> finds it.</summary>
    /// <exception cref="TaskFailedException">GOT6008: nothing names one.</exception>
    public static async Task<GitRemote> ChooseAsync(string? given, GitOpsConfig config, EngineContext context, CancellationToken cancellationToken) =>
        given is not null ? GitRemote.Parse(given, context) : await FindAsync(config, context, cancellationToken);

    /// <summary>The repository that gitops.yaml names; where it names none, the origin of the checkout it is in.</summary>
    /// <exception cref="TaskFailedException">GOT6008: neither is there.</exception>
    public static async Task<GitRemote> FindAsync(GitOpsConfig config, EngineContext context, CancellationToken cancellationToken)
    {
        var folder = config.Directory.Length > 0 ? config.Directory : context.Directory;
        var here = context with { Directory = folder };
        if (config.Config.Repository is { } given)
            return GitRemote.Parse(given, here);
        var checkout = await SourceCheckout.FindAsync(context, folder, cancellationToken);
        return checkout?.Origin is { } origin
            ? GitRemote.Parse(origin, here)
            : throw TaskFailedException.Usage(
                GitCodes.ConfigRepositoryUnknown,
                "It is not known which repository holds the configuration.",
                "Set 'config.repository' in gitops.yaml, or pass --repository.");
    }
}
