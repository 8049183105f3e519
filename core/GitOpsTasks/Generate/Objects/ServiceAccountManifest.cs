using GitOpsTasks.Generate.Workloads;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Objects;

/// <summary>The service account of an application.</summary>
internal static class ServiceAccountManifest
{
    /// <summary>The account; null where the spec has none, or it exists already.</summary>
    public static YamlMap? Of(Rendering app) => app.Spec.ServiceAccount is not { Create: true } account ? null : new YamlMap
    {
        { "apiVersion", "v1" },
        { "kind", "ServiceAccount" },
        { "metadata", app.Metadata(account.Name ?? app.Spec.Name, account.Annotations) },
        { "automountServiceAccountToken", account.Token },
    };
}
