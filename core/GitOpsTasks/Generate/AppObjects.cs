using GitOpsTasks.Generate.Objects;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Generate.Workloads;

namespace GitOpsTasks.Generate;

/// <summary>All objects of an application, each with the file it goes into, in the order of the files' names.</summary>
internal static class AppObjects
{
    /// <summary>The objects.</summary>
    public static IReadOnlyList<AppObject> Of(Rendering app)
    {
        AppObject?[] objects =
        [
            AppObject.Of(FileOf(app.Spec), WorkloadManifest.Of(app)),
            .. ServiceManifest.All(app),
            AppObject.Of("configmap.yaml", ConfigMapManifest.OfVariables(app)),
            AppObject.Of("configmap-files.yaml", ConfigMapManifest.OfFiles(app)),
            .. SecretManifests.All(app),
            .. ClaimManifest.All(app),
            AppObject.Of("serviceaccount.yaml", ServiceAccountManifest.Of(app)),
            AppObject.Of("horizontalpodautoscaler.yaml", AutoscalerManifest.Of(app)),
            AppObject.Of("poddisruptionbudget.yaml", BudgetManifest.Of(app)),
            AppObject.Of("ingress.yaml", IngressManifest.Of(app)),
            AppObject.Of("httproute.yaml", RouteManifest.Of(app)),
            AppObject.Of("networkpolicy.yaml", NetworkPolicyManifest.Of(app)),
            AppObject.Of("servicemonitor.yaml", MonitorManifest.Of(app)),
            AppObject.Of("canary.yaml", FlaggerCanary.Of(app)),
            AppObject.Of("job-migration.yaml", app.Spec.Migration is { Order: MigrationOrder.DependsOn } ? null : MigrationJob.Of(app)),
        ];
        return [.. objects.OfType<AppObject>().OrderBy(one => one.File, StringComparer.Ordinal)];
    }

    private static string FileOf(AppSpec spec) => WorkloadManifest.KindOf(spec).Kind.ToLowerInvariant() + ".yaml";
}
