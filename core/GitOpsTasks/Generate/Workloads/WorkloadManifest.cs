using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Workloads;

/// <summary>The object that runs an application's pods.</summary>
internal static class WorkloadManifest
{
    /// <summary>Its API version and kind.</summary>
    public static (string ApiVersion, string Kind) KindOf(AppSpec spec) => spec.Workload switch
    {
        WorkloadKind.StatefulSet => ("apps/v1", "StatefulSet"),
        WorkloadKind.DaemonSet => ("apps/v1", "DaemonSet"),
        WorkloadKind.CronJob => ("batch/v1", "CronJob"),
        WorkloadKind.Job => ("batch/v1", "Job"),
        WorkloadKind.Rollout => ("argoproj.io/v1alpha1", "Rollout"),
        _ => ("apps/v1", "Deployment"),
    };

    /// <summary>The object.</summary>
    public static YamlMap Of(Rendering app)
    {
        var (apiVersion, kind) = KindOf(app.Spec);
        return new YamlMap
        {
            { "apiVersion", apiVersion },
            { "kind", kind },
            { "metadata", app.Metadata(app.Spec.Name, Annotations(app.Spec)) },
            {
                "spec", app.Spec.Workload switch
                {
                    WorkloadKind.CronJob => CronJob(app),
                    WorkloadKind.Job => Job(app),
                    _ => LongRunning(app),
                }
            },
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Annotations(AppSpec spec) =>
        spec.Workload == WorkloadKind.Job ? ArgoAnnotations.Recreated.Concat(spec.Annotations) : spec.Annotations;

    // An autoscaler, Flagger's included, says how many pods there are: a number here would be set back at each sync.
    private static YamlMap LongRunning(Rendering app)
    {
        var spec = app.Spec;
        return new YamlMap
        {
            { "replicas", spec is { HasReplicas: true, Autoscaling: null, Flagger: null } ? Fields.Number(spec.Replicas) : null },
            { "revisionHistoryLimit", Fields.Number(spec.Update.History) },
            { "minReadySeconds", Fields.Number(spec.Update.MinReady) },
            { "serviceName", spec.Workload == WorkloadKind.StatefulSet ? new YamlText(Names.Headless(spec)) : null },
            { "selector", new YamlMap { { "matchLabels", app.Selector } } },
            { spec.Workload is WorkloadKind.StatefulSet or WorkloadKind.DaemonSet ? "updateStrategy" : "strategy", UpdateStrategy.Of(spec) },
            { "template", PodSpec.Template(app) },
            { "volumeClaimTemplates", Templates(app) },
        };
    }

    private static YamlList? Templates(Rendering app) => Fields.List(
        app.Spec.Volumes.Where(volume => PodVolumes.IsTemplate(app.Spec, volume.Value)).Select(volume => new YamlMap
        {
            { "metadata", new YamlMap { { "name", volume.Key }, { "labels", app.Selector } } },
            { "spec", Objects.ClaimManifest.Spec(volume.Value) },
        }));

    private static YamlMap Job(Rendering app)
    {
        var job = app.Spec.Job;
        return new YamlMap
        {
            { "backoffLimit", Fields.Number(job.Retries) },
            { "activeDeadlineSeconds", Fields.Number(job.Deadline) },
            { "ttlSecondsAfterFinished", Fields.Number(job.Ttl) },
            { "completions", Fields.Number(job.Completions) },
            { "parallelism", Fields.Number(job.Parallelism) },
            { "template", PodSpec.Template(app) },
        };
    }

    private static YamlMap CronJob(Rendering app)
    {
        var cron = app.Spec.Cron;
        return new YamlMap
        {
            { "schedule", cron.Schedule },
            { "timeZone", Fields.Text(cron.TimeZone) },
            { "concurrencyPolicy", cron.Concurrency },
            { "suspend", Fields.IfTrue(cron.Suspend) },
            { "startingDeadlineSeconds", Fields.Number(cron.StartingDeadline) },
            { "successfulJobsHistoryLimit", Fields.Number(cron.SuccessfulHistory) },
            { "failedJobsHistoryLimit", Fields.Number(cron.FailedHistory) },
            { "jobTemplate", new YamlMap { { "metadata", new YamlMap { { "labels", app.PodLabels } } }, { "spec", Job(app) } } },
        };
    }
}
