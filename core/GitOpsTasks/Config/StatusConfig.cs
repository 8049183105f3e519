namespace GitOpsTasks.Config;

/// <summary>What is told of environments: the <c>status</c> section of <c>gitops.yaml</c>.</summary>
public sealed record StatusConfig
{
    /// <summary>
    /// Patterns of fields in which environments may differ, as in a .gitignore: <c>replicas</c> anywhere, <c>/spec/resources</c>
    /// from the root of a document; <c>!host</c> takes one back that always applies.
    /// </summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];
}
