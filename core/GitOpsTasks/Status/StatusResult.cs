using System.Text.Json.Serialization;

namespace GitOpsTasks.Status;

/// <summary>What runs where. All lists are in an order that does not depend on when they were made.</summary>
/// <param name="Repository">The configuration repository, without credentials.</param>
/// <param name="Branch">The branch that agents follow.</param>
/// <param name="Commit">The commit that was looked at.</param>
/// <param name="Time">When it was looked at.</param>
public sealed record StatusResult(string Repository, string Branch, string Commit, DateTimeOffset Time)
{
    /// <summary>The environments, in the order of the configuration.</summary>
    public IReadOnlyList<StatusEnvironment> Environments { get; init; } = [];

    /// <summary>The applications, in the order of the configuration, or by name where it has none.</summary>
    public IReadOnlyList<AppStatus> Apps { get; init; } = [];

    /// <summary>The open promotions, by number; null where the forge does not tell.</summary>
    public IReadOnlyList<OpenPromotion>? Promotions { get; init; }

    /// <summary>The applications whose environments differ in fields that no promotion takes along.</summary>
    public IReadOnlyList<EnvironmentDrift> Drift { get; init; } = [];

    /// <summary>The columns of the terminal it is shown on; null where it is none.</summary>
    [JsonIgnore]
    public int? Width { get; init; }
}
