using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>What Flux pulls: a repository of Git, or an artifact in a registry.</summary>
internal static class FluxSource
{
    /// <summary>Whether the repository is one of Git, and so can be written to.</summary>
    public static bool IsGit(AppAgent agent) => !agent.Repository!.StartsWith("oci://", StringComparison.Ordinal);

    /// <summary>The kind of source.</summary>
    public static string KindOf(AppAgent agent) => IsGit(agent) ? "GitRepository" : "OCIRepository";

    /// <summary>The source.</summary>
    /// <param name="target">Names it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="suffix">What its file's name ends in.</param>
    public static AppObject Of(AgentTarget target, string name, string suffix)
    {
        var kind = KindOf(target.Agent);
        return new AppObject($"{kind.ToLowerInvariant()}{suffix}.yaml", FluxObjects.Object(target, "source.toolkit.fluxcd.io/v1", kind, name, new YamlMap
        {
            { "interval", "1m" },
            { "url", target.Agent.Repository! },
            { "ref", new YamlMap { { IsGit(target.Agent) ? "branch" : "tag", target.Agent.Revision } } },
            { "secretRef", FluxObjects.Reference(target.Agent.Secret) },
        }));
    }
}
