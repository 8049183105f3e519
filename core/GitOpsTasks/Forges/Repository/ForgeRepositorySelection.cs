using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.Repository;

/// <summary>Which forge's API reads and writes a repository. A new forge is a line below.</summary>
public static class ForgeRepositorySelection
{
    /// <summary>A repository behind its forge's API; nothing is read from it yet.</summary>
    /// <param name="context">Environment, HTTP, clock.</param>
    /// <param name="remote">Its address.</param>
    /// <param name="choice">
    /// What the configuration says; where that is nothing, a web or ssh address is taken for one of GitHub or GitHub Enterprise.
    /// </param>
    /// <exception cref="TaskFailedException">GOT7010: there is no API at that address.</exception>
    public static ForgeRepository Open(EngineContext context, GitRemote remote, ForgeChoice choice) => choice switch
    {
        ForgeChoice.Azure => throw Azure(remote),
        ForgeChoice.Auto when !GitHubRepository.IsOnGitHub(remote.Url, context.Environment)
            && remote.Protocol != "file" && AzureRepository.IsOnAzure(remote.Url, context.Environment) => throw Azure(remote),
        ForgeChoice.Auto or ForgeChoice.GitHub when remote.Protocol != "file" =>
            new(context, remote, new GitHubObjects(context, GitHubRepository.From(remote.Url, context.Environment))),
        _ => throw TaskFailedException.Usage(
            ForgeCodes.AddressUnusable,
            $"'{remote.Display}' is a git repository without an API.",
            "Leave --via out to use git, or give the address of a repository on GitHub."),
    };

    // A branch only ever moves forward, by a commit that follows both its tip and the base's; pushes by this API have one parent.
    private static TaskFailedException Azure(GitRemote remote) => TaskFailedException.Usage(
        ForgeCodes.OptionUnsupported,
        $"'{remote.Display}' is not read and written through an API: that of Azure DevOps makes no commit that follows two others.",
        "Leave --via out to use git; pull requests go through the API in any case.");
}
