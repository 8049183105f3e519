using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Agents;

/// <summary>The objects by which Argo CD is told of an application.</summary>
internal static class ArgoObjects
{
    /// <summary>The API version of them all.</summary>
    public const string ApiVersion = "argoproj.io/v1alpha1";

    /// <summary>The objects, with their files.</summary>
    /// <param name="targets">The application in each environment.</param>
    /// <param name="folder">The folder that the files go into.</param>
    public static IReadOnlyList<AppObject> Of(IReadOnlyList<AgentTarget> targets, TreePath folder)
    {
        if (targets.Count == 0)
            return [];
        RefuseDifferences(targets);
        var style = targets[0].Agent.Style;
        var objects = new List<AppObject>();
        if (style == AgentStyle.ApplicationSet)
            objects.Add(new AppObject("applicationset.yaml", ArgoApplicationSet.Of(targets)));
        else
            objects.AddRange(targets.Select(target => new AppObject(FileOf(target, style), ArgoApplication.Of(target))));
        if (style == AgentStyle.AppOfApps)
            objects.Add(new AppObject("application.yaml", ArgoApplication.Over(targets[0], folder.Combine(AgentFiles.Applications))));
        if (targets.Where(target => target.Agent.Project is null).ToList() is { Count: > 0 } own)
            objects.Add(new AppObject("appproject.yaml", ArgoProject.Of(own)));
        return objects;
    }

    /// <summary>The namespace of an agent's objects.</summary>
    public static string Namespace(AgentTarget target) => target.Agent.Namespace ?? "argocd";

    /// <summary>An object of Argo CD.</summary>
    public static YamlMap Object(AgentTarget target, string kind, string name, YamlMap spec) => new()
    {
        { "apiVersion", ApiVersion },
        { "kind", kind },
        { "metadata", target.Metadata(name, Namespace(target)) },
        { "spec", spec },
    };

    // What stands once for all environments is never that of one alone.
    private static void RefuseDifferences(IReadOnlyList<AgentTarget> targets)
    {
        var first = targets[0];
        foreach (var other in targets.Skip(1))
        {
            var (a, b) = (first.Agent, other.Agent);
            if (a.Style != b.Style || a.Namespace != b.Namespace)
                throw Different($"Argo CD is told of '{first.Environment}' and '{other.Environment}' in different ways.", "'style' and 'namespace' of 'agent'");
            if (a.Style == AgentStyle.ApplicationSet && (a.Repository != b.Repository || a.Retries != b.Retries || !a.SyncOptions.SequenceEqual(b.SyncOptions) || a.Ignore != b.Ignore))
                throw Different($"An ApplicationSet cannot tell '{first.Environment}' and '{other.Environment}' apart in this.", "'repository', 'retries', 'syncOptions' and 'ignore' of 'agent'");
        }
    }

    private static TaskFailedException Different(string message, string keys) =>
        TaskFailedException.Usage(UsageCodes.InputsContradict, message, $"Write {keys} once, for the application; or take 'style: applications'.");

    private static string FileOf(AgentTarget target, AgentStyle style)
    {
        var file = $"application-{target.Environment}.yaml";
        return style == AgentStyle.AppOfApps ? $"{AgentFiles.Applications}/{file}" : file;
    }
}
