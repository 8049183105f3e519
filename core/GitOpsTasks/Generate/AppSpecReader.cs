using GitOpsTasks.Config;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate;

/// <summary>The keys of an app spec, declared by being read.</summary>
internal static class AppSpecReader
{
    private static readonly ConfigValue<string> s_envValue = ConfigValues.Scalar.Then(KubernetesText.EnvValue);

    public static AppSpec Read(MappingReader reader)
    {
        reader.Require("apiVersion", ConfigValues.Version(GitOpsConfig.ApiVersion), "");
        reader.Require("kind", ConfigValues.Version(AppSpec.Kind), "");
        AppResources resources;
        var spec = new AppSpec
        {
            Name = reader.Require("name", ConfigValues.Text.Then(KubernetesText.Name), ""),
            Image = reader.Require("image", ConfigValues.Text.Then(Image), new ImageReference("")),
            Ports = AppPorts.Read(reader),
            Command = reader.Scalars("command"),
            Args = reader.Scalars("args"),
            Replicas = ReadReplicas(reader),
            Env = reader.Map("env", s_envValue, KubernetesText.EnvName),
            EnvFile = ReadEnvFile(reader),
            Resources = resources = ReadResources(reader, AppResources.Default) ?? AppResources.Default,
            Probes = reader.Mapping("probes", ReadProbes) ?? new AppProbes(),
            Security = reader.Mapping("security", ReadSecurity) ?? new AppSecurity(),
            Environments = reader.Map(
                "environments", ConfigValues.Mapping(r => ReadEnvironment(r, resources)), ConfigText.Name),
        };
        if (reader.Has("probes") && !reader.Has("port") && !reader.Has("ports"))
            reader.Report(ConfigCodes.Contradiction, "probes", "There is no port to probe.", "Add 'port:', or remove 'probes'.");
        return spec;
    }

    private static ImageReference Image(string text)
    {
        if (!ImageReference.TryParse(text, out var image))
            throw new FormatException("Write registry, repository and, if you like, a first version, such as ghcr.io/acme/web:1.0.0.");
        return image.Tag == "latest"
            ? throw new FormatException("Leave the tag out, or name a version: what 'latest' is changes by itself.")
            : image;
    }

    private static int? ReadReplicas(MappingReader reader) =>
        reader.Get("replicas", ConfigValues.Number.Then(number => (int?)KubernetesText.Replicas(number)), null);

    private static EnvFileReference? ReadEnvFile(MappingReader reader) =>
        reader.Text("envFile") is { } path ? new EnvFileReference(path, reader.NodeOf("envFile")?.Place) : null;

    private static AppEnvironment ReadEnvironment(MappingReader reader, AppResources resources) => new()
    {
        Replicas = ReadReplicas(reader),
        Env = reader.Map("env", s_envValue, KubernetesText.EnvName),
        EnvFile = ReadEnvFile(reader),
        Resources = ReadResources(reader, resources),
    };

    private static AppProbes ReadProbes(MappingReader reader)
    {
        var path = ConfigValues.Text.Then(KubernetesText.HttpPath);
        return new AppProbes(reader.Find("readiness", path), reader.Find("liveness", path));
    }

    private static AppSecurity ReadSecurity(MappingReader reader)
    {
        var defaults = new AppSecurity();
        return new AppSecurity(
            reader.Get("user", ConfigValues.Number.Then(KubernetesText.User), defaults.User),
            reader.Flag("readOnlyRoot", defaults.ReadOnlyRoot));
    }

    private static AppResources? ReadResources(MappingReader reader, AppResources otherwise) => reader.Mapping("resources", r =>
    {
        var cpu = ConfigValues.Scalar.Then(Quantity.Cpu);
        var memory = ConfigValues.Scalar.Then(Quantity.Memory);
        var resources = new AppResources(
            r.Get("cpu", cpu, otherwise.Cpu),
            r.Get("memory", memory, otherwise.Memory),
            r.Find("cpuLimit", cpu) ?? otherwise.CpuLimit,
            r.Find("memoryLimit", memory) ?? otherwise.MemoryLimit);
        if (IsLess(resources.CpuLimit, resources.Cpu))
            ReportLimit(r, "cpuLimit", resources.CpuLimit!, resources.Cpu);
        if (IsLess(resources.MemoryLimit, resources.Memory))
            ReportLimit(r, "memoryLimit", resources.MemoryLimit!, resources.Memory);
        return resources;
    });

    private static bool IsLess(string? limit, string request) =>
        limit is not null && Quantity.Value(limit) < Quantity.Value(request);

    private static void ReportLimit(MappingReader reader, string key, string limit, string request) => reader.Report(
        ConfigCodes.Contradiction, key, $"The limit {limit} is less than the requested {request}.", "Raise the limit, or request less.");
}
