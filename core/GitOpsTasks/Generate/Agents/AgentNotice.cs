namespace GitOpsTasks.Generate.Agents;

/// <summary>Whom Flux tells of what happens.</summary>
public sealed record AgentNotice
{
    /// <summary>The kind of receiver, such as <c>slack</c>.</summary>
    public string Type { get; init; } = "slack";

    /// <summary>A Secret with its address or token.</summary>
    public string? Secret { get; init; }

    /// <summary>The channel; null for none.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether it is told of errors alone.</summary>
    public bool OnlyErrors { get; init; }
}
