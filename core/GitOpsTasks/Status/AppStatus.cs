namespace GitOpsTasks.Status;

/// <summary>An application in all environments.</summary>
/// <param name="Name">The application.</param>
/// <param name="Environments">What is deployed where, in the order of the environments; those it has no folder in are left out.</param>
public sealed record AppStatus(string Name, IReadOnlyList<DeployedApp> Environments)
{
    /// <summary>What is deployed in an environment; null where nothing is.</summary>
    public DeployedApp? In(string environment) => Environments.FirstOrDefault(deployed => deployed.Environment == environment);
}
