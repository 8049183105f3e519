using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Layouts;

/// <summary>What a path of folders says: which application in which environment.</summary>
/// <param name="App">The folder named as the application; null where none is.</param>
/// <param name="Environment">The environment; null where none can be told.</param>
/// <param name="Template">The path with <c>{app}</c> for the application's folder.</param>
internal sealed record FolderPattern(string? App, string? Environment, string Template)
{
    private static readonly HashSet<string> s_markers = new(StringComparer.Ordinal) { "overlays", "overlay", "environments", "envs", "env", "variants", "stages" };

    // Folders named after what is in them rather than after an application.
    private static readonly HashSet<string> s_general = new(StringComparer.OrdinalIgnoreCase)
    {
        "apps", "applications", "app", "services", "deploy", "deployment", "deployments", "k8s", "kubernetes", "kube", "manifests", "manifest", "kustomize", "config", "configs", "gitops", "helm",
        "charts", "chart", "infra", "infrastructure", "clusters", "workloads", "base", "bases", "src", "resources", "yaml", "components", "values", "templates",
    };

    /// <summary>Reads the folder of a file or kustomization.</summary>
    public static FolderPattern Of(TreePath folder)
    {
        var parts = folder.Value.Length == 0 ? [] : folder.Value.Split('/');
        var environment = EnvironmentAt(parts);
        var app = environment < 0 ? LastNamed(parts, parts.Length)
            : environment + 1 < parts.Length ? LastNamed(parts, parts.Length, environment + 1)
            : LastNamed(parts, s_markers.Contains(parts[Math.Max(environment - 1, 0)]) ? environment - 1 : environment, nearest: true);
        var template = string.Join('/', parts.Select((part, index) => index == app ? InitRequest.AppPlaceholder : part));
        return new FolderPattern(app < 0 ? null : parts[app], environment < 0 ? null : parts[environment], template);
    }

    /// <summary>Whether a folder is named after what is in it.</summary>
    public static bool IsGeneral(string name) => s_general.Contains(name);

    private static int EnvironmentAt(string[] parts)
    {
        for (var i = parts.Length - 1; i > 0; i--)
        {
            if (s_markers.Contains(parts[i - 1]) && !IsGeneral(parts[i]) && !s_markers.Contains(parts[i]))
                return i;
        }

        return Array.FindLastIndex(parts, EnvironmentNames.IsUsual);
    }

    private static int LastNamed(string[] parts, int end, int start = 0, bool nearest = false)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (!IsGeneral(parts[i]) && !s_markers.Contains(parts[i]))
                return i;
            if (nearest && s_general.Contains(parts[i]))
                return -1;
        }

        return -1;
    }
}
