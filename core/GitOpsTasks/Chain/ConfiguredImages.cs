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
        foreach (var (name, image) in config.Images)
            RequireInside(name, image, config, checkout);
        return request with
        {
            Images = [.. config.Images.Select(image => ConfiguredImage.SpecOf(image.Key, image.Value, config))],
            Revision = checkout is null ? null : RevisionOf(checkout, context),
            Event = await BuildEvents.ReadAsync(context, checkout, cancellationToken),
            ReadTags = BuildEvents.TagsAround(context, config.Directory),
        };
    }

    // What is built from files outside the checkout is not what its commit says, and on a runner they may be anybody's.
    private static void RequireInside(string name, ImageConfig image, GitOpsConfig config, SourceCheckout? checkout)
    {
        var context = config.Resolve(image.Context);
        if (checkout is null || IsBelow(context, checkout.Root))
            return;
        throw TaskFailedException.Usage(
            UsageCodes.PathRefused,
            $"The image '{name}' has the context '{context}', which is outside the checkout '{checkout.Root}'.",
            "Use a folder of the checkout; what comes from elsewhere can be copied there first.");
    }

    private static bool IsBelow(string path, string root)
    {
        var relative = Path.GetRelativePath(root, path);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
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
