using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The Job that has to succeed before a new version runs. Its pods have a name of their own, so that no Service leads to them.</summary>
internal static class MigrationJob
{
    /// <summary>The Job; null where the spec has no migration.</summary>
    public static YamlMap? Of(Rendering app)
    {
        if (app.Spec.Migration is not { } migration)
            return null;
        var name = Names.Migration(app.Spec);
        return new YamlMap
        {
            { "apiVersion", "batch/v1" },
            { "kind", "Job" },
            { "metadata", app.Metadata(name, Annotations(app.Spec, migration.Order), name) },
            {
                "spec", new YamlMap
                {
                    { "backoffLimit", migration.Retries },
                    { "activeDeadlineSeconds", migration.Deadline },
                    {
                        "template", new YamlMap
                        {
                            { "metadata", new YamlMap { { "labels", app.Metadata(name, null, name)["labels"] } } },
                            { "spec", Pod(app, migration) },
                        }
                    },
                }
            },
        };
    }

    // Objects that are made in the same sync are not there yet before it: no account of its own, no files, no claims; nor are containers that have them.
    private static YamlMap Pod(Rendering app, AppMigration migration)
    {
        var bare = app with
        {
            App = app.App with
            {
                Spec = app.Spec with { ServiceAccount = null, Beside = AppContainers.None, Volumes = new OrderedDictionary<string, AppVolume>() },
                Files = new OrderedDictionary<string, string>(),
            },
        };
        return PodSpec.Of(bare, [ContainerSpec.Migration(bare, migration)], "Never");
    }

    private static IEnumerable<KeyValuePair<string, string>> Annotations(AppSpec spec, MigrationOrder order)
    {
        if (order == MigrationOrder.DependsOn)
            return ArgoAnnotations.Recreated;
        return
        [
            new(ArgoAnnotations.Hook, order == MigrationOrder.PreSync ? "PreSync" : "Sync"),
            new(ArgoAnnotations.HookDeletePolicy, "BeforeHookCreation"),
            new(ArgoAnnotations.SyncWave, Fields.Digits((spec.SyncWave ?? 0) - 1)),
        ];
    }
}
