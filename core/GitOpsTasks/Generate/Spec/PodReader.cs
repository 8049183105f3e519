using GitOpsTasks.Config;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of the pods and their container.</summary>
internal static class PodReader
{
    private static readonly ConfigValue<AppProbe> s_probe = ConfigValues.TextOr(
        SpecValues.HttpPath.Then(path => new AppProbe { Path = path }), ConfigValues.Mapping(Probe));

    public static AppProbes Probes(MappingReader reader, AppProbes otherwise) => new(
        reader.Find("readiness", s_probe) ?? otherwise.Readiness,
        reader.Find("liveness", s_probe) ?? otherwise.Liveness,
        reader.Find("startup", s_probe) ?? otherwise.Startup);

    public static AppSecurity Security(MappingReader reader, AppSecurity otherwise) => new()
    {
        User = reader.NumberOr("user", KubernetesText.AtLeast(0), otherwise.User)!.Value,
        Group = reader.NumberOr("group", KubernetesText.AtLeast(0), otherwise.Group),
        FsGroup = reader.NumberOr("fsGroup", KubernetesText.AtLeast(1), otherwise.FsGroup),
        NonRoot = reader.Flag("nonRoot", otherwise.NonRoot),
        ReadOnlyRoot = reader.Flag("readOnlyRoot", otherwise.ReadOnlyRoot),
        Escalation = reader.Flag("escalation", otherwise.Escalation),
        Capabilities = reader.ListOr("capabilities", ConfigValues.Text, otherwise.Capabilities),
        Seccomp = reader.Choice("seccomp", otherwise.Seccomp, ("runtimeDefault", "RuntimeDefault"), ("unconfined", "Unconfined")),
    };

    public static AppResources Resources(MappingReader reader, AppResources otherwise)
    {
        var cpu = ConfigValues.Scalar.Then(Quantity.Cpu);
        var memory = ConfigValues.Scalar.Then(Quantity.Memory);
        var resources = new AppResources(
            reader.Get("cpu", cpu, otherwise.Cpu),
            reader.Get("memory", memory, otherwise.Memory),
            reader.Find("cpuLimit", cpu) ?? otherwise.CpuLimit,
            reader.Find("memoryLimit", memory) ?? otherwise.MemoryLimit);
        CheckLimit(reader, "cpuLimit", resources.CpuLimit, resources.Cpu);
        CheckLimit(reader, "memoryLimit", resources.MemoryLimit, resources.Memory);
        return resources;
    }

    public static AppServiceAccount ServiceAccount(MappingReader reader, AppServiceAccount otherwise) => new()
    {
        Name = reader.Find("name", SpecValues.Name) ?? otherwise.Name,
        Create = reader.Flag("create", otherwise.Create),
        Token = reader.Flag("token", otherwise.Token),
        Annotations = reader.Texts("annotations", otherwise.Annotations, ConfigValues.Scalar, KubernetesText.LabelKey),
    };

    public static AppScheduling Scheduling(MappingReader reader, AppScheduling otherwise) => new()
    {
        NodeSelector = reader.Texts("nodeSelector", otherwise.NodeSelector, ConfigValues.Scalar.Then(KubernetesText.LabelValue), KubernetesText.LabelKey),
        Tolerations = reader.ListOr("tolerations", ConfigValues.Mapping(Toleration), otherwise.Tolerations),
        PriorityClass = reader.Find("priorityClass", SpecValues.Name) ?? otherwise.PriorityClass,
        PullSecrets = reader.ListOr("pullSecrets", SpecValues.Name, otherwise.PullSecrets),
        PullPolicy = reader.Choice("pullPolicy", otherwise.PullPolicy, ("always", "Always"), ("ifNotPresent", "IfNotPresent"), ("never", "Never")),
        GracePeriod = reader.NumberOr("gracePeriod", KubernetesText.AtLeast(0), otherwise.GracePeriod),
        PreStopSleep = reader.NumberOr("preStopSleep", KubernetesText.AtLeast(1), otherwise.PreStopSleep),
    };

    public static AppSpread Spread(MappingReader reader, AppSpread otherwise) => new()
    {
        Enabled = reader.Flag("enabled", otherwise.Enabled),
        Over = reader.ListOr("over", ConfigValues.Text.Then(KubernetesText.LabelKey), otherwise.Over),
        MaxSkew = reader.NumberOr("maxSkew", KubernetesText.AtLeast(1), otherwise.MaxSkew)!.Value,
        Strict = reader.Flag("strict", otherwise.Strict),
    };

    private static AppToleration Toleration(MappingReader reader) => new(
        reader.Find("key", ConfigValues.Text.Then(KubernetesText.LabelKey)),
        reader.Scalar("value"),
        reader.Choice<string?>("effect", null, ("noSchedule", "NoSchedule"), ("preferNoSchedule", "PreferNoSchedule"), ("noExecute", "NoExecute")));

    private static AppProbe Probe(MappingReader reader)
    {
        var probe = new AppProbe
        {
            Enabled = reader.Flag("enabled", otherwise: true),
            Path = reader.Find("path", SpecValues.HttpPath),
            Command = reader.Scalars("command"),
            Port = reader.Find("port", SpecValues.PortName),
            Delay = reader.NumberOr("delay", KubernetesText.AtLeast(0), null),
            Period = reader.NumberOr("period", KubernetesText.AtLeast(1), null),
            Timeout = reader.NumberOr("timeout", KubernetesText.AtLeast(1), null),
            Failures = reader.NumberOr("failures", KubernetesText.AtLeast(1), null),
        };
        if (probe.Command.Count > 0 && (probe.Path ?? probe.Port) is not null)
            reader.Report(ConfigCodes.Contradiction, "command", "A probe either runs a command or asks a port.", "Remove 'command', or 'path' and 'port'.");
        return probe;
    }

    private static void CheckLimit(MappingReader reader, string key, string? limit, string request)
    {
        if (limit is not null && Quantity.Value(limit) < Quantity.Value(request))
            reader.Report(ConfigCodes.Contradiction, key, $"The limit {limit} is less than the requested {request}.", "Raise the limit, or request less.");
    }
}
