using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Azure;
using GitOpsTasks.Forges.GitHub;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.Evidence;

/// <summary>Which forge is asked what others have said about a repository. A new forge is a line below.</summary>
public static class ForgeEvidenceSelection
{
    /// <summary>What others have said about a repository; nothing is read yet.</summary>
    /// <param name="context">Environment, HTTP, clock.</param>
    /// <param name="remote">Its address.</param>
    /// <param name="choice">
    /// What the configuration says; where that is nothing, a web or ssh address that is none of Azure Repos is taken for one of GitHub or GitHub Enterprise.
    /// </param>
    /// <exception cref="TaskFailedException">GOT7018: nobody says anything there.</exception>
    public static IForgeEvidence Open(EngineContext context, GitRemote remote, ForgeChoice choice) => choice switch
    {
        ForgeChoice.Azure => OfAzure(context, remote),
        ForgeChoice.Auto when remote.Protocol != "file" && !GitHubRepository.IsOnGitHub(remote.Url, context.Environment)
            && AzureRepository.IsOnAzure(remote.Url, context.Environment) => OfAzure(context, remote),
        ForgeChoice.Auto or ForgeChoice.GitHub when remote.Protocol != "file" =>
            new GitHubEvidence(context, GitHubRepository.From(remote.Url, context.Environment)),
        _ => throw TaskFailedException.Usage(
            ForgeCodes.NoEvidence,
            $"'{remote.Display}' is a git repository without commit statuses, checks and reviews.",
            "Give the address of a repository on GitHub or Azure Repos, or leave out what waits for them."),
    };

    private static AzureEvidence OfAzure(EngineContext context, GitRemote remote) =>
        new(context, AzureRepository.From(remote.Url, context.Environment));
}
