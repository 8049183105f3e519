using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The files by which an agent is told of an application. Whoever sets up a cluster applies them, or has the agent do it.</summary>
internal static class AgentFiles
{
    /// <summary>The folder, in that of the agent, of the Applications that another one is over.</summary>
    public const string Applications = "applications";

    private const string ArgoFolder = "argocd";
    private const string FluxFolder = "flux";

    /// <summary>The folders that they are in, of any agent.</summary>
    public static IReadOnlyList<TreePath> Folders(GenerateTarget target) => [target.Folder.Combine(ArgoFolder), target.Folder.Combine(FluxFolder)];

    /// <summary>The files, each folder's listed in a kustomization.</summary>
    /// <exception cref="TaskFailedException">The spec does not name the repository.</exception>
    public static IEnumerable<GeneratedFile> Of(AppSpecFile app, GenerateTarget target)
    {
        if (target.Agent is not (AgentKind.ArgoCd or AgentKind.Flux))
            return [];
        var targets = target.Overlays.Select(overlay => new AgentTarget(overlay.Environment, overlay.Path, app.In(overlay.Environment))).ToList();
        if (targets.Find(one => one.Agent.Repository is null) is { } unknown)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                $"'{app.Path}' does not say which repository is pulled for '{unknown.Environment}'.",
                "Add 'agent: { repository: https://github.com/acme/gitops }' to the spec, or leave --agent out.");
        }

        var folder = target.Folder.Combine(target.Agent == AgentKind.ArgoCd ? ArgoFolder : FluxFolder);
        var files = target.Agent == AgentKind.ArgoCd ? ArgoObjects.Of(targets, folder) : FluxObjects.Of(targets);
        return files.Select(one => new GeneratedFile(folder.Combine(one.File), one.Manifest))
            .GroupBy(file => file.Path.Parent)
            .SelectMany(group => group.Append(new GeneratedFile(
                group.Key.Combine("kustomization.yaml"), KustomizationManifest.Base(group.Select(file => file.Path.Name).Order(StringComparer.Ordinal)))));
    }
}
