using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>
/// What makes a document a chart's values: charts take them from files of any name, so that every mapping counts that is no
/// object of Kubernetes, no kustomization, no part of a chart and not the file of a CI system.
/// </summary>
internal static class ValuesFile
{
    private static readonly string[] s_others =
        ["Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock", "docker-compose", "compose.", "azure-pipelines", "bitbucket-pipelines", "cloudbuild", "buildspec", "package", "tsconfig"];

    /// <summary>Whether a document is a chart's values.</summary>
    public static bool Is(YamlNode document)
    {
        if (!document.IsMapping || document.Find("apiVersion") is not null || KustomizationFile.Is(document))
            return false;
        var path = document.File.Path;
        var name = Path.GetFileName(path);
        return !Array.Exists(s_others, other => name.StartsWith(other, StringComparison.Ordinal))
            && !Array.Exists(path.Split('/'), part => part.StartsWith('.'))
            && (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.Contains("values", StringComparison.OrdinalIgnoreCase));
    }
}
