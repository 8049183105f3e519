using System.Text.Json.Serialization;

namespace GitOpsTasks.Promotions;

/// <summary>How a gate stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateState>))]
public enum GateState
{
    /// <summary>It is met.</summary>
    [JsonStringEnumMemberName("passed")]
    Passed,

    /// <summary>It is not met yet; time or somebody can change that.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>It is not met, and will not be by waiting.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
