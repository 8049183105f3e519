using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote;

/// <summary>What is promoted from where to where.</summary>
/// <param name="From">The environment whose versions are promoted.</param>
/// <param name="To">The environment they go to.</param>
public sealed record PromoteRequest(string From, string To)
{
    /// <summary>The applications; all where empty.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>The configuration file; it may be missing.</summary>
    public string Config { get; init; } = "gitops.yaml";

    /// <summary>The configuration repository, before what the configuration says.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch agents follow, before what the configuration says.</summary>
    public string? Branch { get; init; }

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing or malformed.</exception>
    public static PromoteRequest Read(InputValues values) => new(values.Get(PromoteInputs.From), values.Get(PromoteInputs.To))
    {
        Apps = values.Get(PromoteInputs.App),
        Config = values.Get(PromoteInputs.Config),
        Repository = values.Get(PromoteInputs.Repository),
        Branch = values.Get(PromoteInputs.Branch),
        DryRun = values.Get(PromoteInputs.DryRun),
    };
}
