using GitOpsTasks.Contracts;

namespace GitOpsTasks.Wait;

/// <summary>What is waited for.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Contexts">The names of statuses and checks that have to be successful; <c>*</c> stands for any text.</param>
public sealed record WaitRequest(string Commit, IReadOnlyList<string> Contexts)
{
    /// <summary>How long is waited.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a failure is waited out.</summary>
    public bool KeepsWaiting { get; init; }

    /// <summary>The configuration file; it may be missing.</summary>
    public string Config { get; init; } = "gitops.yaml";

    /// <summary>The repository, before what the configuration says.</summary>
    public string? Repository { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing or malformed.</exception>
    public static WaitRequest From(InputValues values) => new(values.Get(WaitInputs.Commit), [.. values.Get(WaitInputs.Context).Distinct()])
    {
        Timeout = values.Get(WaitInputs.Timeout),
        KeepsWaiting = values.Get(WaitInputs.KeepWaiting),
        Config = values.Get(WaitInputs.Config),
        Repository = values.Get(WaitInputs.Repository),
    };
}
