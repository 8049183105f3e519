using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Promote;

/// <summary>What is promoted from where to where.</summary>
public sealed record PromoteRequest
{
    /// <summary>The environment whose versions are promoted; null for the one before each target.</summary>
    public string? From { get; init; }

    /// <summary>The environment they go to; null for all that are promoted from <see cref="From"/>.</summary>
    public string? To { get; init; }

    /// <summary>The applications; all where empty.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>The name of one pull request for all of them; null for what the configuration says.</summary>
    public string? Group { get; init; }

    /// <summary>The newest version that is promoted, or the one to go back to; null for whatever is there.</summary>
    public string? Version { get; init; }

    /// <summary>Goes back to what the target had before.</summary>
    public bool Rollback { get; init; }

    /// <summary>Brings open promotions up to date and opens none.</summary>
    public bool Refresh { get; init; }

    /// <summary>How pull requests look, and what they wait for.</summary>
    public PromotionSettings Settings { get; init; } = PromotionSettings.Default;

    /// <summary>The configuration file; it may be missing.</summary>
    public string Config { get; init; } = "gitops.yaml";

    /// <summary>The configuration repository, before what the configuration says.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch agents follow, before what the configuration says.</summary>
    public string? Branch { get; init; }

    /// <summary>How the repository is read and written.</summary>
    public RepositoryVia Via { get; init; }

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing or malformed, or two contradict each other.</exception>
    public static PromoteRequest Read(InputValues values)
    {
        var request = new PromoteRequest
        {
            From = values.Get(PromoteInputs.From),
            To = values.Get(PromoteInputs.To),
            Apps = values.Get(PromoteInputs.App),
            Group = values.Get(PromoteInputs.Group),
            Version = values.Get(PromoteInputs.Tag),
            Rollback = values.Get(PromoteInputs.Rollback),
            Refresh = values.Get(PromoteInputs.Refresh),
            Settings = PromotionSettings.From(values),
            Config = values.Get(PromoteInputs.Config),
            Repository = values.Get(PromoteInputs.Repository),
            Branch = values.Get(PromoteInputs.Branch),
            Via = values.Get(PromoteInputs.Via),
            DryRun = values.Get(PromoteInputs.DryRun),
        };
        return request switch
        {
            { Rollback: true, To: null } => throw Contradiction("--rollback needs to know where.", "Name the environment with --to."),
            { Refresh: true } and ({ Rollback: true } or { Version: not null } or { Group: not null }) =>
                throw Contradiction("--refresh brings open promotions up to date as they are.", "Leave out --rollback, --tag and --group."),
            { Group: { } group } when !group.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || group[0] is '.' or '-' || group[^1] is '.' =>
                throw Contradiction("--group is part of a branch's name.", "Use letters, digits, '-', '_' and '.'."),
            _ => request,
        };
    }

    private static TaskFailedException Contradiction(string message, string advice) =>
        TaskFailedException.Usage(PromoteCodes.InputsContradict, message, advice);
}
