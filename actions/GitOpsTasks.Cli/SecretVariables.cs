using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>The environment variables that tasks read credentials from.</summary>
internal static class SecretVariables
{
    // Passwords of several registries differ in what follows.
    private const string RegistryPassword = "GITOPS_REGISTRY_PASSWORD";

    private static readonly string[] s_names =
        ["GITOPS_TOKEN", "GITOPS_APP_PRIVATE_KEY", "GITHUB_TOKEN", "SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT"];

    /// <summary>The values of those that are set.</summary>
    public static IEnumerable<string> ValuesIn(EnvironmentSnapshot environment) =>
        from variable in environment.Variables
        where variable.Value.Length > 0
        where s_names.Contains(variable.Key, StringComparer.Ordinal) || variable.Key.StartsWith(RegistryPassword, StringComparison.Ordinal)
        select variable.Value;
}
