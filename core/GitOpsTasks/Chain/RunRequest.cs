using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain;

/// <summary>A run of the whole chain.</summary>
/// <param name="Config">The configuration file.</param>
/// <param name="DryRun">Writes nothing.</param>
public sealed record RunRequest(string Config = "gitops.yaml", bool DryRun = false)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static RunRequest From(InputValues values) => new(values.Get(RunInputs.Config), values.Get(RunInputs.DryRun));
}
