using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>The ways between environments that a request means.</summary>
/// <param name="config">What gitops.yaml says; empty where there is none.</param>
/// <param name="remote">The configuration repository.</param>
/// <param name="branch">The branch that agents follow.</param>
internal sealed class PromotionScopes(GitOpsConfig config, GitRemote remote, string branch)
{
    /// <summary>The ways, those of lower waves first.</summary>
    /// <exception cref="TaskFailedException">GOT7101: an environment is not known, or none comes after another.</exception>
    public async Task<IReadOnlyList<PromotionScope>> FindAsync(PromoteRequest request, IConfigTree tree, CancellationToken cancellationToken)
    {
        if (request.Rollback)
        {
            var target = EnvironmentOf(request.To!);
            return [Of(target, target)];
        }

        if (request is { From: { } from, To: { } to })
            return [Of(EnvironmentOf(from), EnvironmentOf(to))];
        var environments = await KnownEnvironments.FindAsync(config, tree, cancellationToken);
        if ((request.From ?? request.To) is { } name)
            RequireKnown(name, environments);
        var targets = environments.Where(environment => environment.From is not null
            && (request.To is null || environment.Name == request.To) && (request.From is null || environment.From == request.From)).ToList();
        if (targets.Count == 0)
        {
            throw TaskFailedException.Usage(
                PromoteCodes.EnvironmentNotFound,
                request.From is not null ? $"Nothing is promoted from '{request.From}'." : request.To is not null ? $"It is not known where versions of '{request.To}' come from." : "It is not known which environment comes after which.",
                "Name both with --from and --to, or write 'from:' in gitops.yaml.");
        }

        return [.. targets.OrderBy(target => target.Wave).Select(target => Of(environments.First(known => known.Name == target.From), target))];
    }

    private PromotionScope Of(EnvironmentConfig from, EnvironmentConfig to) => new(config, remote, branch, from, to);

    private EnvironmentConfig EnvironmentOf(string name)
    {
        if (config.Environments.Count == 0)
            return new EnvironmentConfig { Name = name, By = PromotionWay.PullRequest };
        RequireKnown(name, config.Environments);
        return config.Environment(name)!;
    }

    private static void RequireKnown(string name, IReadOnlyList<EnvironmentConfig> environments)
    {
        var names = environments.Select(known => known.Name).ToList();
        if (!names.Contains(name))
        {
            throw TaskFailedException.Usage(
                PromoteCodes.EnvironmentNotFound,
                $"There is no environment '{name}'.",
                EditDistance.Nearest(name, names) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", names)}.");
        }
    }
}
