using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Forges.Local;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges;

/// <summary>Which forge keeps the pull requests of a repository. A new forge is a folder here and a line below.</summary>
public static class ForgeSelection
{
    /// <summary>The forge of a repository.</summary>
    /// <param name="context">Environment, HTTP, processes.</param>
    /// <param name="remote">The repository.</param>
    /// <param name="choice">What the configuration says.</param>
    /// <exception cref="TaskFailedException">GOT7010: no forge is known for the host.</exception>
    public static IForge Open(EngineContext context, GitRemote remote, ForgeChoice choice) => choice switch
    {
        ForgeChoice.GitHub => GitHub(context, remote),
        ForgeChoice.Azure => Azure(context, remote),
        ForgeChoice.Local => new LocalForge(context, remote),
        _ when remote.Protocol == "file" => new LocalForge(context, remote),
        _ when GitHubRepository.IsOnGitHub(remote.Url, context.Environment) => GitHub(context, remote),
        _ when AzureRepository.IsOnAzure(remote.Url, context.Environment) => Azure(context, remote),
        _ => throw TaskFailedException.Usage(
            ForgeCodes.AddressUnusable,
            $"No forge is known for '{remote.Display}'.",
            "Set 'config.forge' in gitops.yaml: 'github' for GitHub Enterprise, 'azure' for Azure DevOps, 'local' to keep pull requests in the repository."),
    };

    private static AzureForge Azure(EngineContext context, GitRemote remote) =>
        new(context, AzureRepository.From(remote.Url, context.Environment));

    private static GitHubForge GitHub(EngineContext context, GitRemote remote) =>
        new(context, GitHubRepository.From(remote.Url, context.Environment));
}
