using GitOpsTasks.Build.Buildx;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>Which builder an image gets.</summary>
internal static class BuilderSelection
{
    /// <summary>
    /// The builder that is asked for; else layers for an image described by layers, buildx for what it alone can do, and for a
    /// Dockerfile that needs BuildKit where docker buildx is installed; else docker.
    /// </summary>
    /// <param name="spec">The image.</param>
    /// <param name="asked">What the caller asks for; null for nothing.</param>
    /// <param name="context">Looks whether docker buildx is installed.</param>
    /// <param name="cancellationToken">Cancels looking.</param>
    public static async Task<BuilderKind> ChooseAsync(
        ImageSpec spec, BuilderKind? asked, EngineContext context, CancellationToken cancellationToken)
    {
        if ((asked ?? spec.Builder) is { } chosen)
            return chosen;
        if (spec.Layers is not null)
            return BuilderKind.Layers;
        if (BuildxNeeds.Of(spec) is not null)
            return BuilderKind.Buildx;
        return NeedsBuildKit(spec, context)
            && await new BuildxVersion(new DockerCommand(context, context.Environment)).IsInstalledAsync(cancellationToken)
                ? BuilderKind.Buildx
                : BuilderKind.Docker;
    }

    /// <summary>The builder of a kind.</summary>
    public static IImageBuilder BuilderOf(BuilderKind kind, EngineContext context) => kind switch
    {
        BuilderKind.Layers => new OciLayersBuilder(context),
        BuilderKind.Buildx => new BuildxBuilder(context),
        _ => new DockerEngineBuilder(context),
    };

    private static bool NeedsBuildKit(ImageSpec spec, EngineContext context)
    {
        var file = Path.GetFullPath(spec.Dockerfile.Path, context.Resolve(spec.Context));
        return File.Exists(file) && DockerfileText.Load(file).BuildKitNeed is not null;
    }
}
