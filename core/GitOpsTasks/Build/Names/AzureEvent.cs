using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Names;

/// <summary>The event of a run of Azure Pipelines, from its predefined variables.</summary>
internal static class AzureEvent
{
    /// <summary>Reads it.</summary>
    /// <param name="environment">The variables.</param>
    /// <param name="own">What the checkout says.</param>
    public static BuildEvent Read(EnvironmentSnapshot environment, BuildEvent own)
    {
        var url = RepositoryUrl.ForPeople(environment["BUILD_REPOSITORY_URI"]);
        var commit = environment["BUILD_SOURCEVERSION"] ?? own.Commit;
        var target = environment["SYSTEM_PULLREQUEST_TARGETBRANCH"];
        return new BuildEvent
        {
            Name = environment["BUILD_REASON"] switch
            {
                "Schedule" => "schedule",
                "PullRequest" => "pull_request",
                "Manual" => "workflow_dispatch",
                _ => "push",
            },
            Ref = RefOf(environment) ?? own.Ref,
            Commit = commit,
            CommitTime = commit == own.Commit ? own.CommitTime : null,
            BaseBranch = target?.StartsWith("refs/heads/", StringComparison.Ordinal) == true ? target["refs/heads/".Length..] : target,
            Repository = own.Repository with
            {
                Name = RepositoryUrl.NameIn(environment["BUILD_REPOSITORY_NAME"]) ?? own.Repository.Name,
                Url = url ?? own.Repository.Url,
            },
        };
    }

    // GitHub's pull requests have a number beside the id.
    private static string? RefOf(EnvironmentSnapshot environment)
    {
        var number = environment.FirstOf("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER", "SYSTEM_PULLREQUEST_PULLREQUESTID");
        return environment["BUILD_REASON"] == "PullRequest" && number is not null ? $"refs/pull/{number}/merge" : environment["BUILD_SOURCEBRANCH"];
    }
}
