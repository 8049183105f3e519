using GitOpsTasks.Config;
using GitOpsTasks.Generate.Agents;

namespace GitOpsTasks.Generate.Spec;

/// <summary>The keys that an application has, and each of its environments over it, declared by being read.</summary>
internal static class AppFieldsReader
{
    private static readonly ConfigValue<string> s_labelValue = ConfigValues.Scalar.Then(KubernetesText.LabelValue);

    /// <summary>Reads keys over what is there already.</summary>
    public static AppSpec Read(MappingReader reader, AppSpec o)
    {
        var spec = Pods(reader, EnvReader.Read(reader, Objects(reader, o))) with
        {
            Workload = reader.Choice(
                "workload",
                o.Workload,
                ("deployment", WorkloadKind.Deployment),
                ("statefulSet", WorkloadKind.StatefulSet),
                ("daemonSet", WorkloadKind.DaemonSet),
                ("cronJob", WorkloadKind.CronJob),
                ("job", WorkloadKind.Job),
                ("rollout", WorkloadKind.Rollout)),
            Replicas = reader.NumberOr("replicas", KubernetesText.AtLeast(0), o.Replicas),
            Autoscaling = reader.Optional("autoscaling", o.Autoscaling, WorkloadReader.Autoscaling),
            DisruptionBudget = reader.Optional("disruptionBudget", o.DisruptionBudget, WorkloadReader.Budget),
            Update = reader.Section("update", o.Update, WorkloadReader.Update),
            Cron = reader.Section("cron", o.Cron, WorkloadReader.Cron),
            Job = reader.Section("job", o.Job, WorkloadReader.Job),
            Canary = reader.Section("canary", o.Canary, ProgressReader.Canary),
            BlueGreen = reader.Optional("blueGreen", o.BlueGreen, ProgressReader.BlueGreen),
            Flagger = reader.Optional("flagger", o.Flagger, ProgressReader.Flagger),
            Migration = reader.Optional("migration", o.Migration, WorkloadReader.Migration),
        };
        SpecRules.Check(reader, spec);
        return spec;
    }

    private static AppSpec Objects(MappingReader reader, AppSpec o) => o with
    {
        Namespace = reader.Find("namespace", SpecValues.Name) ?? o.Namespace,
        Labels = reader.Texts("labels", o.Labels, s_labelValue, KubernetesText.OwnLabelKey),
        Annotations = reader.Texts("annotations", o.Annotations, ConfigValues.Scalar, KubernetesText.LabelKey),
        PodAnnotations = reader.Texts("podAnnotations", o.PodAnnotations, ConfigValues.Scalar, KubernetesText.LabelKey),
        SyncWave = reader.NumberOr("syncWave", number => number, o.SyncWave),
        Ports = AppPorts.Read(reader, o.Ports),
        Service = reader.Section("service", o.Service, NetworkReader.Service),
        Ingress = reader.Optional("ingress", o.Ingress, NetworkReader.Ingress),
        Route = reader.Optional("route", o.Route, NetworkReader.Route),
        NetworkPolicy = reader.Optional("networkPolicy", o.NetworkPolicy, NetworkReader.Policy),
        Monitor = reader.Optional("monitor", o.Monitor, NetworkReader.Monitor),
        Agent = reader.Section("agent", o.Agent, AgentReader.Read),
    };

    private static AppSpec Pods(MappingReader reader, AppSpec o) => o with
    {
        Command = reader.ListOr("command", ConfigValues.Scalar, o.Command),
        Args = reader.ListOr("args", ConfigValues.Scalar, o.Args),
        WorkingDir = reader.Find("workingDir", SpecValues.ContainerPath) ?? o.WorkingDir,
        Restart = reader.Choice(
            "restart", o.Restart, ("checksum", ConfigRestart.Checksum), ("suffix", ConfigRestart.Suffix), ("never", ConfigRestart.Never)),
        Files = reader.Entries("files", o.Files, StorageReader.File, KubernetesText.ContainerPath),
        Secrets = reader.Entries("secrets", o.Secrets, StorageReader.Secret, KubernetesText.ObjectName),
        Beside = ContainerReader.Read(reader, o.Beside, o.EnvRules.Public),
        Volumes = reader.Entries("volumes", o.Volumes, StorageReader.Volume, KubernetesText.VolumeName),
        Resources = reader.Section("resources", o.Resources, PodReader.Resources),
        Probes = reader.Section("probes", o.Probes, PodReader.Probes),
        Security = reader.Section("security", o.Security, PodReader.Security),
        ServiceAccount = reader.Optional("serviceAccount", o.ServiceAccount, PodReader.ServiceAccount),
        Scheduling = reader.Section("scheduling", o.Scheduling, PodReader.Scheduling),
        Spread = reader.Section("spread", o.Spread, PodReader.Spread),
    };
}
