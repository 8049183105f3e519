using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Attestations;

/// <summary>Who builds, by what the CI system says of itself.</summary>
/// <param name="Id">A URI that names the workflow or pipeline.</param>
/// <param name="Run">Address of the run; null where there is none.</param>
internal sealed record BuilderIdentity(string Id, string? Run)
{
    private const string Local = "urn:gitops-tasks:builder:local";

    /// <summary>Reads it.</summary>
    public static BuilderIdentity In(EnvironmentSnapshot environment) =>
        OnGitHub(environment) ?? OnAzure(environment) ?? new BuilderIdentity(Local, null);

    private static BuilderIdentity? OnGitHub(EnvironmentSnapshot environment)
    {
        if (environment["GITHUB_SERVER_URL"] is not { } server || environment["GITHUB_REPOSITORY"] is not { } repository)
            return null;
        var workflow = environment["GITHUB_WORKFLOW_REF"] is { } path ? $"{server}/{path}" : $"{server}/{repository}";
        return new BuilderIdentity(
            workflow,
            environment["GITHUB_RUN_ID"] is { } run ? $"{server}/{repository}/actions/runs/{run}/attempts/{environment["GITHUB_RUN_ATTEMPT"] ?? "1"}" : null);
    }

    private static BuilderIdentity? OnAzure(EnvironmentSnapshot environment)
    {
        if (environment["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"]?.TrimEnd('/') is not { } collection || environment["SYSTEM_TEAMPROJECT"] is not { } project)
            return null;
        var place = $"{collection}/{Uri.EscapeDataString(project)}/_build";
        return new BuilderIdentity(
            environment["SYSTEM_DEFINITIONID"] is { } definition ? $"{place}?definitionId={definition}" : place,
            environment["BUILD_BUILDID"] is { } build ? $"{place}/results?buildId={build}" : null);
    }
}
