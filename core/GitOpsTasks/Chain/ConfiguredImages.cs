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
            Images = [.. config.Images.Select(image => ConfiguredImage.SpecOf(image.Key, image.Value, config))],
            Revision = checkout is null ? null : RevisionOf(checkout, context),
            Event = await BuildEvents.ReadAsync(context, checkout, cancellationToken),
            ReadTags = BuildEvents.TagsAround(context, config.Directory),
        };
    }

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
