using System.Text.Json.Serialization;

namespace GitOpsTasks.Forges.Evidence;

/// <summary>How a status or a check stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckState>))]
public enum CheckState
{
    /// <summary>It has not ended, or nobody has said anything.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>It is successful; neutral and skipped checks are too.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>It failed, was cancelled or ran out of time.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
