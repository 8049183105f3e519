using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Status;

/// <summary>What is to be told, and how.</summary>
public sealed record StatusRequest
{
    /// <summary>The applications; all where empty.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>The environments; all where empty.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>What the task fails for.</summary>
    public IReadOnlyList<FailureCause> FailsOn { get; init; } = [];

    /// <summary>How it is printed.</summary>
    public StatusFormat Format { get; init; }

    /// <summary>A file the report is written to in <see cref="Format"/>; null where it is printed so.</summary>
    public string? Report { get; init; }

    /// <summary>The configuration file; it may be missing.</summary>
    public string Config { get; init; } = "gitops.yaml";

    /// <summary>The configuration repository, before what the configuration says.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch agents follow, before what the configuration says.</summary>
    public string? Branch { get; init; }

    /// <summary>How the repository is read.</summary>
    public RepositoryVia Via { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is malformed.</exception>
    public static StatusRequest From(InputValues values) => new()
    {
        Apps = values.Get(StatusInputs.App),
        Environments = values.Get(StatusInputs.Environment),
        FailsOn = values.Get(StatusInputs.FailOn),
        Format = values.Get(StatusInputs.Format),
        Report = values.Get(StatusInputs.Report),
        Config = values.Get(StatusInputs.Config),
        Repository = values.Get(StatusInputs.Repository),
        Branch = values.Get(StatusInputs.Branch),
        Via = values.Get(StatusInputs.Via),
    };
}
