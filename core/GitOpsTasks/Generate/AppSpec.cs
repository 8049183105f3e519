using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Spec;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate;

/// <summary>An application as its spec describes it (<c>kind: App</c>), or as it is in one environment.</summary>
public sealed record AppSpec
{
    /// <summary>The <c>kind</c> of a spec.</summary>
    public const string Kind = "App";

    /// <summary>Name of the application and of its objects: a DNS label that begins with a letter.</summary>
    public required string Name { get; init; }

    /// <summary>The image; its tag or digest is the first version of overlays that do not exist yet.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>How manifests are laid out; the same in all environments.</summary>
    public OutputLayout Layout { get; init; }

    /// <summary>What runs the pods.</summary>
    public WorkloadKind Workload { get; init; }

    /// <summary>The namespace of all objects; null leaves it to the agent.</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels of all objects and pods; never part of a selector.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Annotations of the workload.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Annotations of the pods.</summary>
    public IReadOnlyDictionary<string, string> PodAnnotations { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>The sync wave of Argo CD that all objects are in; null for none.</summary>
    public int? SyncWave { get; init; }

    /// <summary>The ports it listens on; the first is the one probed.</summary>
    public IReadOnlyList<AppPort> Ports { get; init; } = [];

    /// <summary>The Service.</summary>
    public AppService Service { get; init; } = new();

    /// <summary>The program; empty for the image's own entrypoint.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The folder it starts in; null for the image's own.</summary>
    public string? WorkingDir { get; init; }

    /// <summary>How many pods; null leaves it out.</summary>
    public int? Replicas { get; init; }

    /// <summary>An autoscaler; null for none.</summary>
    public AppAutoscaling? Autoscaling { get; init; }

    /// <summary>Environment variables in layers, the later over the earlier: the application's, then the environment's.</summary>
    public IReadOnlyList<EnvLayer> Env { get; init; } = [];

    /// <summary>How environment variables are read.</summary>
    public EnvRules EnvRules { get; init; } = EnvRules.Default;

    /// <summary>How pods are restarted when environment variables or files change.</summary>
    public ConfigRestart Restart { get; init; }

    /// <summary>Files in the container, by their paths there.</summary>
    public IReadOnlyDictionary<string, AppFile> Files { get; init; } = new OrderedDictionary<string, AppFile>();

    /// <summary>Secrets, by their names.</summary>
    public IReadOnlyDictionary<string, AppSecret> Secrets { get; init; } = new OrderedDictionary<string, AppSecret>();

    /// <summary>Volumes, by their names.</summary>
    public IReadOnlyDictionary<string, AppVolume> Volumes { get; init; } = new OrderedDictionary<string, AppVolume>();

    /// <summary>Containers beside the application's.</summary>
    public AppContainers Beside { get; init; } = AppContainers.None;

    /// <summary>What a pod needs.</summary>
    public AppResources Resources { get; init; } = AppResources.Default;

    /// <summary>How the cluster finds out whether a pod is well.</summary>
    public AppProbes Probes { get; init; } = new();

    /// <summary>Departures from the restricted defaults.</summary>
    public AppSecurity Security { get; init; } = new();

    /// <summary>The service account; null for the namespace's default, without its token.</summary>
    public AppServiceAccount? ServiceAccount { get; init; }

    /// <summary>Where pods run.</summary>
    public AppScheduling Scheduling { get; init; } = new();

    /// <summary>How pods are spread.</summary>
    public AppSpread Spread { get; init; } = new();

    /// <summary>How pods are replaced.</summary>
    public AppUpdate Update { get; init; } = new();

    /// <summary>When a CronJob runs.</summary>
    public AppCron Cron { get; init; } = new();

    /// <summary>How a Job goes.</summary>
    public AppJob Job { get; init; } = new();

    /// <summary>How a Rollout goes, where it is a canary.</summary>
    public AppCanary Canary { get; init; } = new();

    /// <summary>How a Rollout goes, where it is blue-green; null for a canary.</summary>
    public AppBlueGreen? BlueGreen { get; init; }

    /// <summary>A Canary of Flagger; null for none.</summary>
    public AppFlagger? Flagger { get; init; }

    /// <summary>An Ingress; null for none.</summary>
    public AppIngress? Ingress { get; init; }

    /// <summary>An HTTPRoute; null for none.</summary>
    public AppRoute? Route { get; init; }

    /// <summary>A pod disruption budget; null for none.</summary>
    public AppDisruptionBudget? DisruptionBudget { get; init; }

    /// <summary>A network policy; null for none.</summary>
    public AppNetworkPolicy? NetworkPolicy { get; init; }

    /// <summary>A ServiceMonitor; null for none.</summary>
    public AppMonitor? Monitor { get; init; }

    /// <summary>A migration; null for none.</summary>
    public AppMigration? Migration { get; init; }

    /// <summary>What an agent is told of it.</summary>
    public AppAgent Agent { get; init; } = new();

    /// <summary>The application as it is in each environment, by its name, in the order written.</summary>
    public IReadOnlyDictionary<string, AppSpec> Environments { get; init; } = new OrderedDictionary<string, AppSpec>();

    /// <summary>Whether it does its work and ends, and so takes no requests.</summary>
    public bool EndsByItself => Workload is WorkloadKind.CronJob or WorkloadKind.Job;

    /// <summary>Whether its pods have a number.</summary>
    public bool HasReplicas => Workload is WorkloadKind.Deployment or WorkloadKind.StatefulSet or WorkloadKind.Rollout;

    /// <summary>The fewest pods it runs with.</summary>
    public int FewestPods => Autoscaling?.Min ?? Replicas ?? 1;
}
