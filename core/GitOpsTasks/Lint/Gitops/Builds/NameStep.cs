namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>Gives resources the namespace, prefix and suffix of a kustomization. A Namespace gets the name of the namespace.</summary>
internal static class NameStep
{
    private static readonly string[] s_withoutPrefix = ["CustomResourceDefinition", "APIService", "Namespace"];

    /// <summary>Gives them.</summary>
    public static void Run(BuildInProgress build)
    {
        var (space, prefix, suffix) = (build.Owner.Text("namespace"), build.Owner.Text("namePrefix"), build.Owner.Text("nameSuffix"));
        if (space.Length + prefix.Length + suffix.Length == 0)
            return;
        for (var i = 0; i < build.Resources.Count; i++)
        {
            var resource = build.Resources[i];
            if (space.Length > 0 && resource.Name != space && resource.Kind is { ApiVersion: "v1", Kind: "Namespace" })
                resource = resource with { Name = space, FormerNames = [.. resource.FormerNames, resource.Name] };
            if (space.Length > 0 && resource.Namespace != space && !ClusterKinds.Contains(resource.Kind))
                resource = resource with { Namespace = space, FormerNamespaces = [.. resource.FormerNamespaces, resource.Namespace] };
            if (prefix.Length + suffix.Length > 0 && !s_withoutPrefix.Contains(resource.Kind.Kind))
                resource = resource with { Name = prefix + resource.Name + suffix, FormerNames = [.. resource.FormerNames, resource.Name] };
            build.Resources[i] = resource;
        }
    }
}
