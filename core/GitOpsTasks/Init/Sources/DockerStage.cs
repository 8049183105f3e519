namespace GitOpsTasks.Init.Sources;

/// <summary>A stage of a Dockerfile.</summary>
/// <param name="From">What it begins with: an image, or an earlier stage.</param>
/// <param name="Name">Its name in lower case; empty where it has none.</param>
/// <param name="Line">The line of its FROM.</param>
internal sealed record DockerStage(string From, string Name, int Line)
{
    /// <summary>Its instructions, without FROM.</summary>
    public List<DockerInstruction> Instructions { get; } = [];
}
