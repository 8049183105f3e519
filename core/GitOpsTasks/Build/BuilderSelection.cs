using GitOpsTasks.Build.Buildx;
using GitOpsTasks.Build.Docker;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build;

/// <summary>Which builder an image gets.</summary>
internal static class BuilderSelection
{
    /// <summary>The builder that is asked for, else the one that suits the image.</summary>
    /// <param name="spec">The image.</param>
    /// <param name="asked">What the caller asks for; null for nothing.</param>
    public static BuilderKind KindOf(ImageSpec spec, BuilderKind? asked) =>
        asked ?? spec.Builder
        ?? (spec.Layers is not null ? BuilderKind.Layers : BuildxNeeds.Of(spec) is null ? BuilderKind.Docker : BuilderKind.Buildx);

    /// <summary>The builder of a kind.</summary>
    public static IImageBuilder BuilderOf(BuilderKind kind, EngineContext context) => kind switch
    {
        BuilderKind.Layers => new OciLayersBuilder(context),
        BuilderKind.Buildx => new BuildxBuilder(context),
        _ => new DockerEngineBuilder(context),
    };
}
