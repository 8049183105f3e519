using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Forges.Local;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges;

/// <summary>Finds the forge of a repository.</summary>
public static class ForgeSelector
{
    /// <summary>The forge that keeps the pull requests of a repository.</summary>
    /// <param name="context">What the forge works with.</param>
    /// <param name="address">The repository: a path, or an address git can push to.</param>
    /// <param name="kind">The kind of forge; null tells it by the address, see <see cref="KindOf"/>.</param>
    /// <exception cref="TaskFailedException">GOT7010: the address is none of that kind of forge.</exception>
    public static IForge Select(EngineContext context, string address, ForgeKind? kind = null) =>
        (kind ?? KindOf(address, context.Environment)) switch
        {
            ForgeKind.GitHub => new GitHubForge(context, GitHubRepository.From(address, context.Environment)),
            _ => new LocalForge(context, address),
        };

    /// <summary>
    /// GitHub where the host is github.com, one of ghe.com, or the host of GITHUB_SERVER_URL; else local. A GitHub Enterprise
    /// Server outside its own workflows cannot be told by its address.
    /// </summary>
    public static ForgeKind KindOf(string address, EnvironmentSnapshot environment)
    {
        if (GitHubRepository.HostOf(address) is not { } host)
            return ForgeKind.Local;
        return host is "github.com" or "www.github.com" or "ssh.github.com"
            || host.EndsWith(".ghe.com", StringComparison.Ordinal)
            || host == GitHubRepository.HostOf(environment["GITHUB_SERVER_URL"] ?? "")
                ? ForgeKind.GitHub
                : ForgeKind.Local;
    }
}
