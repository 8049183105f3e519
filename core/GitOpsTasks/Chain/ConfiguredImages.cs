using GitOpsTasks.Build;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;

namespace GitOpsTasks.Chain;

/// <summary>The images of gitops.yaml as the build task wants them, with the state of the sources around the file.</summary>
public static class ConfiguredImages
{
    /// <inheritdoc cref="ResolveImages" />
    public static async Task<BuildRequest> ResolveAsync(BuildRequest request, EngineContext context, CancellationToken cancellationToken)
    {
        var config = await GitOpsConfigFile.LoadAsync(context, request.Config, cancellationToken);
        return await FillAsync(request, config, context, cancellationToken);
    }

    /// <summary>As <see cref="ResolveAsync"/>, from a configuration that is loaded already.</summary>
    public static async Task<BuildRequest> FillAsync(
        BuildRequest request, GitOpsConfig config, EngineContext context, CancellationToken cancellationToken)
    {
        var checkout = await SourceCheckout.FindAsync(context, config.Directory, cancellationToken);
        return request with
        {
            Images = [.. config.Images.Select(image => SpecOf(image.Key, image.Value, config))],
            Revision = checkout is null ? null : RevisionOf(checkout, context),
            Event = await BuildEvents.ReadAsync(context, checkout, cancellationToken),
            ReadTags = BuildEvents.TagsAround(context, config.Directory),
        };
    }

    private static ImageSpec SpecOf(string name, ImageConfig image, GitOpsConfig config) => new(name, image.Repository)
    {
        Builder = BuilderOf(image),
        Context = BuilderOf(image) == BuilderKind.Layers ? config.Directory : config.Resolve(image.Context),
        Dockerfile = image.Dockerfile ?? "Dockerfile",
        Layers = [.. image.Layers.Select(layer => new LayerSpec(layer.From, layer.To))],
        Entrypoint = image.Entrypoint,
        Command = image.Cmd,
        Environment = image.Env,
        User = image.User,
        WorkingDirectory = image.Workdir,
        Ports = image.Ports,
        Labels = image.Labels,
        Platform = PlatformOf(name, image),
        Tags = image.Tags.Count > 0 ? image.Tags : ImageSpec.DefaultTags,
        Artifact = image.Artifact is null ? null : config.Resolve(image.Artifact),
    };

    private static string? PlatformOf(string name, ImageConfig image) => image.Platforms switch
    {
        [] => null,
        [var one] => one,
        _ => throw TaskFailedException.Usage(
            ChainCodes.SeveralPlatforms,
            $"The image '{name}' asks for {image.Platforms.Count} platforms, and these builders make one.",
            "Name one platform, or build the image with docker buildx and bump it with 'gitops bump'."),
    };

    private static BuilderKind BuilderOf(ImageConfig image) => image.Builder switch
    {
        BuilderChoice.Docker => BuilderKind.Docker,
        BuilderChoice.Layers => BuilderKind.Layers,
        _ => image.Layers.Count > 0 ? BuilderKind.Layers : BuilderKind.Docker,
    };

    private static SourceRevision RevisionOf(SourceCheckout checkout, EngineContext context)
    {
        var environment = context.Environment;
        var builtTag = environment["GITHUB_REF_TYPE"] == "tag" ? environment["GITHUB_REF_NAME"] : checkout.Tag;
        return new SourceRevision(checkout.Commit, checkout.CommitTime)
        {
            Branch = builtTag is null ? checkout.Branch ?? environment.FirstOf("GITHUB_HEAD_REF", "GITHUB_REF_NAME", "BUILD_SOURCEBRANCHNAME") : null,
            Tag = builtTag,
            Source = checkout.Origin is { } origin ? GitRemote.Parse(origin, context).Display : null,
        };
    }
}
