using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>An ApplicationSet of Argo CD with an Application for each environment.</summary>
internal static class ArgoApplicationSet
{
    // What only some environments have cannot stand in the template itself.
    private const string Patch = "{{- if .automatic }}\nspec:\n  syncPolicy:\n    automated:\n      prune: {{ .prune }}\n      selfHeal: true\n{{- end }}\n";

    /// <summary>The ApplicationSet. What does not differ is taken from the first environment.</summary>
    public static YamlMap Of(IReadOnlyList<AgentTarget> targets)
    {
        var first = targets[0];
        return ArgoObjects.Object(first, "ApplicationSet", first.App.Spec.Name, new YamlMap
        {
            { "goTemplate", true },
            { "goTemplateOptions", new YamlList { "missingkey=error" } },
            { "generators", new YamlList { new YamlMap { { "list", new YamlMap { { "elements", new YamlList(targets.Select(Element)) } } } } } },
            {
                "template", new YamlMap
                {
                    { "metadata", new YamlMap { { "name", "{{ .name }}" }, { "labels", new YamlMap { { "app.kubernetes.io/name", first.App.Spec.Name } } } } },
                    {
                        "spec", new YamlMap
                        {
                            { "project", "{{ .project }}" },
                            { "source", ArgoApplication.Source(first.Agent, "{{ .revision }}", "{{ .path }}") },
                            { "destination", ArgoApplication.Destination("{{ .server }}", "{{ .namespace }}") },
                            { "ignoreDifferences", ArgoApplication.Ignored(first.Agent) },
                            { "syncPolicy", ArgoApplication.SyncPolicy(first.Agent, isAutomatic: false) },
                        }
                    },
                }
            },
            { "templatePatch", Patch },
        });
    }

    private static YamlMap Element(AgentTarget target) => new()
    {
        { "name", target.Name },
        { "project", target.Project },
        { "path", target.Path },
        { "revision", target.Agent.Revision },
        { "server", target.Agent.Server },
        { "namespace", target.Namespace },
        { "automatic", target.IsAutomatic },
        { "prune", target.Agent.Prune },
    };
}
