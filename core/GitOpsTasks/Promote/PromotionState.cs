using System.Text.Json.Serialization;

namespace GitOpsTasks.Promote;

/// <summary>What a promotion came to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromotionState>))]
public enum PromotionState
{
    /// <summary>The target has the versions already.</summary>
    [JsonStringEnumMemberName("nothing-to-promote")]
    NothingToPromote,

    /// <summary>A pull request was opened.</summary>
    [JsonStringEnumMemberName("opened")]
    Opened,

    /// <summary>The open pull request was given new versions, or a new title or body.</summary>
    [JsonStringEnumMemberName("updated")]
    Updated,

    /// <summary>The open pull request says it all already; nothing was sent.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>The open pull request was closed, for nothing is left to promote.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>The versions were pushed to the branch that agents follow.</summary>
    [JsonStringEnumMemberName("pushed")]
    Pushed,

    /// <summary>There is something to promote, but this was a dry run.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>The pull request had nothing in its way and was merged by the forge.</summary>
    [JsonStringEnumMemberName("merged")]
    Merged,

    /// <summary>A person closed the pull request, or a rollback took the versions away, and nothing has changed since.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined,

    /// <summary>Environments of an earlier wave do not have the versions yet, or gates of a push are not met.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,
}
