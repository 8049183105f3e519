using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The files by which an agent is told of an application. Whoever sets up a cluster applies them, or has the agent do it.</summary>
internal static class AgentFiles
{
    /// <summary>The folder, in that of the agent, of the Applications that another one is over.</summary>
    public const string Applications = "applications";

    /// <summary>The folders that they are in.</summary>
    public static IReadOnlyList<TreePath> Folders(GenerateTarget target, AgentKind agent) => agent switch
    {
        AgentKind.ArgoCd => [Folder(target, "argocd"), Folder(target, "argocd").Combine(Applications)],
        AgentKind.Flux => [Folder(target, "flux")],
        _ => [],
    };

    /// <summary>The files, each folder's listed in a kustomization.</summary>
    /// <exception cref="TaskFailedException">The spec does not name the repository.</exception>
    public static IEnumerable<GeneratedFile> Of(AppSpecFile app, GenerateTarget target, AgentKind agent)
    {
        if (agent == AgentKind.None)
            return [];
        var targets = target.Overlays.Select(overlay => new AgentTarget(overlay.Environment, overlay.Path, app.In(overlay.Environment))).ToList();
        if (targets.Find(one => one.Agent.Repository is null) is { } unknown)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                $"'{app.Path}' does not say which repository is pulled for '{unknown.Environment}'.",
                "Add 'agent: { repository: https://github.com/acme/gitops }' to the spec, or leave --agent out.");
        }

        var folder = Folders(target, agent)[0];
        var files = agent == AgentKind.ArgoCd ? ArgoObjects.Of(targets, folder) : FluxObjects.Of(targets);
        return files.Select(one => new GeneratedFile(folder.Combine(one.File), one.Manifest))
            .GroupBy(file => file.Path.Parent)
            .SelectMany(group => group.Append(new GeneratedFile(
                group.Key.Combine("kustomization.yaml"), KustomizationManifest.Base(group.Select(file => file.Path.Name).Order(StringComparer.Ordinal)))));
    }

    private static TreePath Folder(GenerateTarget target, string name) => target.Base.Parent.Combine(name);
}
