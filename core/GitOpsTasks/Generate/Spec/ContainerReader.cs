using GitOpsTasks.Config;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Reads what a spec says of containers beside that of the application.</summary>
internal static class ContainerReader
{
    /// <summary>Reads them over others.</summary>
    /// <param name="reader">The application, or an environment.</param>
    /// <param name="o">The others.</param>
    /// <param name="open">Variables that may be seen, though they look like secrets.</param>
    public static AppContainers Read(MappingReader reader, AppContainers o, IReadOnlyList<string> open) => new(
        reader.Entries("initContainers", o.Init, (r, isThere) => Container(r, isThere, open, isSidecar: false), KubernetesText.PortName),
        reader.Entries("sidecars", o.Sidecars, (r, isThere) => Container(r, isThere, open, isSidecar: true), KubernetesText.PortName));

    /// <summary>Finds what is wrong with them in an application that is complete.</summary>
    public static void Check(MappingReader reader, AppSpec spec)
    {
        foreach (var (name, container) in spec.Beside.Init)
            Check(reader, spec, "initContainers", name, container);
        foreach (var (name, container) in spec.Beside.Sidecars)
            Check(reader, spec, "sidecars", name, container);
        var images = spec.Beside.All.Select(one => one.Value.Image).OfType<ImageReference>().Append(spec.Image);
        if (images.GroupBy(image => image.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Distinct().Count() > 1) is { } mixed)
        {
            reader.Report(
                ConfigCodes.Contradiction,
                spec.Beside.Sidecars.Count > 0 ? "sidecars" : "initContainers",
                $"Containers of one pod have several versions of '{mixed.Key}'.",
                "Write the same version, or leave 'image' out for that of the application.");
        }
    }

    private static void Check(MappingReader reader, AppSpec spec, string key, string name, AppContainer container)
    {
        if (name == spec.Name || (key == "sidecars" && spec.Beside.Init.ContainsKey(name)))
            reader.Report(ConfigCodes.Contradiction, key, $"Two containers are named '{name}'.", "Give each a name of its own.");
        if (container.Mounts.Keys.FirstOrDefault(volume => !spec.Volumes.ContainsKey(volume)) is { } unknown)
            reader.Report(ConfigCodes.Contradiction, key, $"There is no volume '{unknown}' for the container '{name}'.", "Add it to 'volumes', or remove the mount.");
        if (container.Mounts.Values.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            reader.Report(ConfigCodes.Contradiction, key, $"The container '{name}' has two volumes at '{twice.Key}'.", "Give each a path of its own.");
    }

    private static AppContainer Container(MappingReader reader, bool isThere, IReadOnlyList<string> open, bool isSidecar)
    {
        var container = new AppContainer
        {
            Image = reader.Find("image", SpecValues.Image),
            Command = reader.Scalars("command"),
            Args = reader.Scalars("args"),
            Env = EnvReader.Variables(reader, open),
            ShareEnv = reader.Flag("shareEnv", otherwise: false),
            Port = isSidecar ? reader.NumberOr("port", KubernetesText.Port, null) : null,
            Mounts = reader.Map("mounts", SpecValues.ContainerPath, KubernetesText.VolumeName),
            Resources = reader.Section("resources", AppResources.Default, PodReader.Resources),
            User = reader.NumberOr("user", KubernetesText.AtLeast(1), null),
            ReadOnlyRoot = reader.Flag("readOnlyRoot", otherwise: true),
        };
        if (isThere && container is { Image: null, Command.Count: 0, Args.Count: 0 })
            reader.Report(ConfigCodes.Contradiction, "image", "This would run the application a second time.", "Write an 'image', or a 'command'.");
        return container;
    }
}
