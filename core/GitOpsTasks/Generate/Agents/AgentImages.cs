namespace GitOpsTasks.Generate.Agents;

/// <summary>How Flux looks for new versions of the image, and writes them into the repository.</summary>
public sealed record AgentImages
{
    /// <summary>The versions it takes, such as <c>&gt;=1.0.0</c>.</summary>
    public string Range { get; init; } = ">=0.0.0";

    /// <summary>The branch it pushes to; null for the one it reads.</summary>
    public string? Branch { get; init; }

    /// <summary>The address its commits are by.</summary>
    public string Email { get; init; } = "flux@example.com";

    /// <summary>A Secret with credentials of the registry; null for none.</summary>
    public string? Secret { get; init; }
}
