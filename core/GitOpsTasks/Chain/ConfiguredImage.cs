using GitOpsTasks.Build;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Config;

namespace GitOpsTasks.Chain;

/// <summary>One image of gitops.yaml as the build task wants it.</summary>
internal static class ConfiguredImage
{
    /// <summary>Its description, with paths that are absolute.</summary>
    public static ImageSpec SpecOf(string name, ImageConfig image, GitOpsConfig config) => new(name, image.Repository)
    {
        Builder = BuilderOf(image.Builder),
        Context = image.IsLayered ? config.Directory : BuildSources.IsRemote(image.Context) ? image.Context : config.Resolve(image.Context),
        Folder = config.Directory,
        Dockerfile = DockerfileOf(image.Dockerfile),
        Layers = image.IsLayered ? LayersOf(image.Layers) : null,
        Labels = image.Labels,
        Annotations = image.Annotations,
        Platforms = image.Platforms,
        Tags = image.Tags.Count > 0 ? image.Tags : ImageSpec.DefaultTags,
        Flavor = image.Flavor,
        Sbom = image.Sbom,
        Provenance = image.Provenance,
        Attach = [.. image.Attach.Select(file => new AttachedFile(file.Type, config.Resolve(file.File)))],
        Artifact = image.Layout is null ? null : config.Resolve(image.Layout),
    };

    private static BuilderKind? BuilderOf(BuilderChoice choice) => choice switch
    {
        BuilderChoice.Docker => BuilderKind.Docker,
        BuilderChoice.Buildx => BuilderKind.Buildx,
        BuilderChoice.Layers => BuilderKind.Layers,
        _ => null,
    };

    private static DockerfileSpec DockerfileOf(DockerfileConfig dockerfile) => new()
    {
        Path = dockerfile.Path ?? "Dockerfile",
        Target = dockerfile.Target,
        Arguments = dockerfile.Args,
        CacheFrom = dockerfile.CacheFrom,
        CacheTo = dockerfile.CacheTo,
        Secrets = dockerfile.Secrets,
        Ssh = dockerfile.Ssh,
        Contexts = dockerfile.Contexts,
        Network = dockerfile.Network,
        Hosts = dockerfile.Hosts,
        Pull = dockerfile.Pull,
        NoCache = dockerfile.NoCache,
    };

    private static LayersSpec LayersOf(LayersConfig layers) => new()
    {
        Base = layers.Base,
        Project = layers.Project is null ? null : new ProjectSpec(layers.Project),
        Layers = [.. layers.Layers.Select(layer => new LayerSpec(layer.From, layer.To))],
        Entrypoint = layers.Entrypoint,
        Command = layers.Cmd,
        Environment = layers.Env,
        User = layers.User,
        WorkingDirectory = layers.Workdir,
        Ports = layers.Ports,
        StopSignal = layers.StopSignal,
    };
}
