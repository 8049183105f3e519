using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>Which applications and environments are told of.</summary>
internal sealed class StatusScope
{
    private readonly GitOpsConfig _config;
    private readonly IReadOnlyList<string> _knownApps;

    private StatusScope(GitOpsConfig config, IReadOnlyList<string> knownApps, IReadOnlyList<EnvironmentConfig> known)
    {
        _config = config;
        _knownApps = knownApps;
        Known = known;
    }

    /// <summary>All environments: those told of are compared with ones that are not, too.</summary>
    public IReadOnlyList<EnvironmentConfig> Known { get; }

    /// <summary>The environments told of, in the order of the configuration.</summary>
    public IReadOnlyList<EnvironmentConfig> Environments { get; private init; } = [];

    /// <summary>The applications told of, in the order of the configuration.</summary>
    public IReadOnlyList<string> Apps { get; private init; } = [];

    /// <summary>Every folder that is looked at.</summary>
    public IEnumerable<TreePath> Folders => Apps.SelectMany(app => Known.Select(environment => FolderOf(environment, app))).Distinct();

    /// <summary>Works out what is told of.</summary>
    /// <exception cref="TaskFailedException">GOT7302: there is no environment or application, or not the one asked for.</exception>
    public static async Task<StatusScope> FindAsync(GitOpsConfig config, StatusRequest request, IConfigTree tree, CancellationToken cancellationToken)
    {
        var environments = await KnownEnvironments.FindAsync(config, tree, cancellationToken);
        var apps = await KnownApps.FindAsync(config, tree, cancellationToken);
        if (environments.Count == 0 || apps.Count == 0)
        {
            throw TaskFailedException.Usage(
                StatusCodes.NothingToTell,
                environments.Count == 0 ? "No environment was found." : "No application was found.",
                "List environments and apps in gitops.yaml, or keep them as apps/NAME/overlays/ENVIRONMENT.");
        }

        Require("environment", request.Environments, [.. environments.Select(environment => environment.Name)]);
        Require("application", request.Apps, apps);
        return new StatusScope(config, apps, environments)
        {
            Environments = [.. environments.Where(environment => request.Environments.Count == 0 || request.Environments.Contains(environment.Name))],
            Apps = [.. apps.Where(app => request.Apps.Count == 0 || request.Apps.Contains(app))],
        };
    }

    /// <summary>The folder of an application in an environment.</summary>
    public TreePath FolderOf(EnvironmentConfig environment, string app) => TreePath.Parse(_config.EnvironmentPath(environment, app));

    /// <summary>The images that are the application's, where it shares a folder with others; empty for all.</summary>
    public IReadOnlyList<string> ImagesOf(string app) =>
        Known.Any(environment => _knownApps.Any(other => other != app && FolderOf(environment, other) == FolderOf(environment, app)))
            ? [KnownApps.ImageOf(_config, app)]
            : [];

    private static void Require(string what, IReadOnlyList<string> asked, IReadOnlyList<string> known)
    {
        foreach (var name in asked.Where(name => !known.Contains(name)))
        {
            throw TaskFailedException.Usage(
                StatusCodes.NothingToTell,
                $"There is no {what} '{name}'.",
                EditDistance.Nearest(name, known) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", known)}.");
        }
    }
}
