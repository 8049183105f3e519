namespace GitOpsTasks.Config;

/// <summary>Reads one image of a configuration.</summary>
internal static class ImageConfigReader
{
    // Keys that only one way of building reads, in the order of the documentation.
    private static readonly string[] s_ofDockerfile =
        ["dockerfile", "target", "args", "cache-from", "cache-to", "secrets", "ssh", "build-contexts", "network", "add-hosts", "pull", "no-cache"];

    private static readonly string[] s_ofLayers =
        ["base", "project", "layers", "entrypoint", "cmd", "env", "user", "workdir", "ports", "stop-signal"];

    /// <summary>Reads it.</summary>
    public static ImageConfig Read(MappingReader reader)
    {
        var image = new ImageConfig
        {
            Repository = reader.Require("repository", ConfigValues.Text.Then(ConfigText.ImageName), ""),
            Context = reader.Text("context") ?? ".",
            Builder = reader.Choice(
                "builder",
                BuilderChoice.Auto,
                ("auto", BuilderChoice.Auto),
                ("docker", BuilderChoice.Docker),
                ("buildx", BuilderChoice.Buildx),
                ("layers", BuilderChoice.Layers)),
            Platforms = reader.List("platforms", ConfigValues.Text.Then(ConfigText.Platform)),
            Tags = reader.Texts("tags"),
            Flavor = reader.Texts("flavor"),
            Labels = reader.Map("labels", ConfigValues.Scalar),
            Annotations = reader.Texts("annotations"),
            Dockerfile = ReadDockerfile(reader),
            Layers = ReadLayers(reader),
            Sbom = FlagOf(reader, "sbom"),
            Provenance = FlagOf(reader, "provenance"),
            Attach = reader.List("attach", ConfigValues.Mapping(ReadAttached)),
            Layout = reader.Text("layout"),
        };
        Check(reader, image);
        return image;
    }

    private static DockerfileConfig ReadDockerfile(MappingReader reader) => new()
    {
        Path = reader.Text("dockerfile"),
        Target = reader.Text("target"),
        Args = reader.Map("args", ConfigValues.Scalar),
        CacheFrom = reader.Texts("cache-from"),
        CacheTo = reader.Texts("cache-to"),
        Secrets = reader.Texts("secrets"),
        Ssh = reader.Texts("ssh"),
        Contexts = reader.Map("build-contexts", ConfigValues.Text),
        Network = reader.Text("network"),
        Hosts = reader.Texts("add-hosts"),
        Pull = reader.Flag("pull", otherwise: false),
        NoCache = reader.Flag("no-cache", otherwise: false),
    };

    private static LayersConfig ReadLayers(MappingReader reader) => new()
    {
        Base = reader.Text("base"),
        Project = reader.Text("project"),
        Layers = reader.List("layers", ConfigValues.Mapping(ReadLayer)),
        Entrypoint = reader.Scalars("entrypoint"),
        Cmd = reader.Scalars("cmd"),
        Env = reader.Map("env", ConfigValues.Scalar),
        User = reader.Scalar("user"),
        Workdir = reader.Find("workdir", ConfigValues.Text.Then(ConfigText.PathInImage)),
        Ports = reader.List("ports", ConfigValues.Scalar.Then(ConfigText.Port)),
        StopSignal = reader.Scalar("stop-signal"),
    };

    private static LayerConfig ReadLayer(MappingReader reader) => new(
        reader.RequiredText("from"),
        reader.Require("to", ConfigValues.Text.Then(ConfigText.PathInImage), ""));

    private static AttachedFileConfig ReadAttached(MappingReader reader) => new(reader.RequiredText("type"), reader.RequiredText("file"));

    private static bool? FlagOf(MappingReader reader, string key)
    {
        var flag = reader.Flag(key, otherwise: false);
        return reader.Has(key) ? flag : null;
    }

    private static void Check(MappingReader reader, ImageConfig image)
    {
        if (image.IsLayered && s_ofDockerfile.FirstOrDefault(reader.Has) is { } dockerfile)
        {
            reader.Report(
                ConfigCodes.Contradiction, dockerfile, $"'{dockerfile}' is for a Dockerfile, and the image is built from layers.", $"Remove '{dockerfile}', or what makes it layers.");
        }
        else if (image.IsLayered && image.Builder is BuilderChoice.Docker or BuilderChoice.Buildx)
        {
            var key = s_ofLayers.First(reader.Has);
            reader.Report(
                ConfigCodes.Contradiction, key, "Layers are not built by Docker.", $"Remove '{key}', or 'builder'.");
        }
        else if (!image.IsLayered && s_ofLayers.FirstOrDefault(reader.Has) is { } layered)
        {
            reader.Report(
                ConfigCodes.Contradiction, layered, $"'{layered}' is for an image that is built from layers.", "Add 'layers:', 'project:' or 'base:', or say it in the Dockerfile.");
        }
        else if (image is { Builder: BuilderChoice.Layers, Layers: { Layers.Count: 0, Project: null, Base: null } })
        {
            reader.Report(
                ConfigCodes.Contradiction, "builder", "There are no layers to build the image from.", "Add 'layers:' or 'project:', or remove 'builder: layers'.");
        }
    }
}
