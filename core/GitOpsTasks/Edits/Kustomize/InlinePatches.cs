using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>The patches that are written out in a kustomization.</summary>
internal static class InlinePatches
{
    /// <summary>The scalars that hold patches, each once, with the YAML in them, which may be no YAML.</summary>
    public static IEnumerable<(YamlNode Host, YamlFile Text)> In(YamlNode kustomization)
    {
        foreach (var host in Hosts(kustomization).Distinct())
        {
            if (host.TryParseNested() is { } text)
                yield return (host, text);
        }
    }

    private static IEnumerable<YamlNode> Hosts(YamlNode kustomization)
    {
        var patches = KustomizationFile.Items(kustomization, "patches").Concat(KustomizationFile.Items(kustomization, "patchesJson6902"))
            .Select(patch => KustomizationFile.Field(patch, "patch")?.Value.Resolved).OfType<YamlNode>();
        return patches.Concat(KustomizationFile.Items(kustomization, "patchesStrategicMerge")).Where(host => host.IsScalar);
    }
}
