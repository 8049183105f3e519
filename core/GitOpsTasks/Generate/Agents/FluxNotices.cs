using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>Whom Flux tells of what happens to an application.</summary>
internal static class FluxNotices
{
    private const string ApiVersion = "notification.toolkit.fluxcd.io/v1beta3";

    /// <summary>The objects, with their files; none where the spec says nothing of it.</summary>
    public static IEnumerable<AppObject> All(AgentTarget target)
    {
        if (target.Agent.Notify is not { } notice)
            yield break;
        yield return Object(target, "Provider", new YamlMap
        {
            { "type", notice.Type },
            { "channel", notice.Channel is { } channel ? new YamlText(channel) : null },
            { "secretRef", FluxObjects.Reference(notice.Secret) },
        });
        yield return Object(target, "Alert", new YamlMap
        {
            { "providerRef", FluxObjects.Reference(target.Name) },
            { "eventSeverity", notice.OnlyErrors ? "error" : "info" },
            { "eventSources", new YamlList { new YamlMap { { "kind", "Kustomization" }, { "name", target.Name } } } },
        });
    }

    private static AppObject Object(AgentTarget target, string kind, YamlMap spec) =>
        new($"{kind.ToLowerInvariant()}-{target.Environment}.yaml", FluxObjects.Object(target, ApiVersion, kind, target.Name, spec));
}
