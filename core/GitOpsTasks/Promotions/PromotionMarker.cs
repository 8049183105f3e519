using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOpsTasks.Promotions;

/// <summary>What a pull request says about itself to a program, in a hidden comment of its body. Read back as untrusted input.</summary>
/// <param name="App">The application or group.</param>
/// <param name="From">The environment its versions come from.</param>
/// <param name="To">The environment they go to.</param>
/// <param name="Images">The images with their versions.</param>
internal sealed record PromotionMarker(string App, string From, string To, IReadOnlyList<PromotedImage> Images)
{
    /// <summary>Begins the hidden comment of a body.</summary>
    public const string Start = "<!-- gitops-tasks:promotion ";

    private const string End = " -->";

    /// <summary>What changes besides images; null where nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PromotedImage>? Values { get; init; }

    /// <summary>The applications of a group; null for a single one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Apps { get; init; }

    /// <summary>The version that was asked for; null for the newest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    /// <summary>The commit versions are taken from, where that is an earlier one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? At { get; init; }

    /// <summary>Whether it goes back to what the target had before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Rollback { get; init; }

    /// <summary>How the gates stand; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GateResult>? Gates { get; init; }

    /// <summary>The hidden comment. It has no two hyphens in a row, which could end it.</summary>
    public string ToComment() => Start + ToJson().Replace("--", "-\\u002d", StringComparison.Ordinal) + End;

    /// <summary>Reads the last such comment of a body; null where there is none that can be read.</summary>
    public static PromotionMarker? Read(string body)
    {
        var start = body.LastIndexOf(Start, StringComparison.Ordinal);
        var end = start < 0 ? -1 : body.IndexOf(End, start + Start.Length, StringComparison.Ordinal);
        if (end < 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body[(start + Start.Length)..end], PromotionsJson.Default.PromotionMarker) is { App: not null, From: not null, To: not null } marker
                ? marker
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether another says the same.</summary>
    public bool Says(PromotionMarker? other) => other is not null && ToJson() == other.ToJson();

    private string ToJson() => JsonSerializer.Serialize(this, PromotionsJson.Default.PromotionMarker);
}
