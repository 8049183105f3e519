namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>A configuration repository of one application, web, in two environments.</summary>
internal static class Environments
{
    /// <summary>Its files, by path.</summary>
    /// <param name="dev">The version in dev.</param>
    /// <param name="staging">The version in staging.</param>
    public static Dictionary<string, string?> Files(string dev, string staging) => new()
    {
        ["apps/web/base/web.yaml"] = Manifests.Deployment("ghcr.io/acme/web"),
        ["apps/web/base/kustomization.yaml"] = "resources: [web.yaml]\n",
        ["apps/web/overlays/dev/kustomization.yaml"] = Overlay(dev),
        ["apps/web/overlays/staging/kustomization.yaml"] = Overlay(staging),
    };

    private static string Overlay(string version) => $"""
        resources:
          - ../../base
        images:
          - name: ghcr.io/acme/web
            newTag: {version}

        """;
}
