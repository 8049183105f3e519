using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>An Application or ApplicationSet of Argo CD.</summary>
/// <param name="Placed">Its manifest.</param>
/// <param name="Sources">The sources of the application, or of the template.</param>
internal sealed record ArgoApplication(PlacedManifest Placed, IReadOnlyList<ArgoSource> Sources)
{
    private const string Group = "argoproj.io";

    /// <summary>Whether it makes applications.</summary>
    public bool IsSet => Placed.Manifest.Kind.Kind == "ApplicationSet";

    /// <summary>Its name.</summary>
    public string Name => Placed.Manifest.Name ?? "";

    /// <summary>Where it deploys to: the address or name of a cluster; empty where it is not said.</summary>
    public string Cluster => Spec?["destination"] is { } destination ? destination.Text("name") ?? destination.Text("server") ?? "" : "";

    /// <summary>The namespace of what says none.</summary>
    public string Namespace => Spec?["destination"]?.Text("namespace") ?? "";

    /// <summary>The spec of the application, or of the template.</summary>
    public YamlNode? Spec => SpecOf(Placed.Manifest.Root, IsSet);

    /// <summary>The git generators of a set, also those inside matrix and merge generators.</summary>
    public IEnumerable<YamlNode> GitGenerators
    {
        get
        {
            if (!IsSet || Placed.Manifest.Root["spec"]?["generators"] is not { } generators)
                yield break;
            for (var index = generators.Index; index < generators.NextIndex; index++)
            {
                var node = new YamlNode(generators.File, index);
                if (node.IsMapping && node["git"] is { IsMapping: true } git && node.Find("git") is { } pair && pair.Value.Kind != YamlKind.Alias)
                    yield return git;
            }
        }
    }

    /// <summary>Reads one; null for other manifests.</summary>
    public static ArgoApplication? Read(PlacedManifest placed)
    {
        if (placed.Manifest.Kind is not { Group: Group, Kind: "Application" or "ApplicationSet" } kind)
            return null;
        var spec = SpecOf(placed.Manifest.Root, kind.Kind == "ApplicationSet");
        var sources = (spec?["sources"]?.Items.Select(item => item.Resolved) ?? []).Concat(new[] { spec?["source"] }.OfType<YamlNode>());
        return new ArgoApplication(placed, [.. sources.Where(source => source.IsMapping).Select(source => new ArgoSource(source))]);
    }

    private static YamlNode? SpecOf(YamlNode root, bool isSet) => isSet ? root["spec"]?["template"]?["spec"] : root["spec"];
}
