using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Promote.Editing;

namespace GitOpsTasks.Promote.Gates.Images;

/// <summary>
/// The images of a promotion by where they really are: files name them as they like, a kustomization by the name that
/// manifests have.
/// </summary>
internal static class GatedImages
{
    /// <summary>The images whose version changes, each once.</summary>
    /// <exception cref="TaskFailedException">The files of the target cannot be read.</exception>
    public static async Task<IReadOnlyList<GatedImage>> OfAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        var files = await FolderFiles.ReadAsync(subject.After, subject.TargetFolders, _ => false, cancellationToken);
        var sites = subject.TargetFolders.SelectMany(folder => files.YamlIn(folder)).SelectMany(ImageFileEdit.SitesOf)
            .ToLookup(site => site.Name, StringComparer.Ordinal);
        return
        [
            .. subject.Apps.SelectMany(app => app.Images.Select(image => Located(app.App, ReferenceOf(image, sites[image.Name]), subject.Config)))
                .DistinctBy(image => (image.App, image.Reference)),
        ];
    }

    private static ImageReference ReferenceOf(PromotedImage image, IEnumerable<ImageSite> sites) =>
        sites.FirstOrDefault(site => PromotedSites.Version(site.Current) == image.New)?.Current
        ?? (image.New.Split('@') switch
        {
            [var tag, var digest] => new ImageReference(image.Name, tag, digest),
            [var digest] when digest.Contains(':', StringComparison.Ordinal) => new ImageReference(image.Name, null, digest),
            _ => new ImageReference(image.Name, image.New),
        });

    private static GatedImage Located(string app, ImageReference image, GitOpsConfig config)
    {
        var built = config.Images.Values.FirstOrDefault(known => known.Repository == image.Name);
        if (built is null && image.Registry is null && NamedBy(app, image, config) is { } named)
        {
            built = named;
            image = image with { Name = named.Repository };
        }

        return new GatedImage(app, image)
        {
            Platforms = built?.Platforms ?? [],
            IsOwn = config.Images.Values.Any(known => new ImageReference(known.Repository).Registry == image.Registry),
        };
    }

    // A name without a registry is that of an image of gitops.yaml, or the short one of the application's.
    private static ImageConfig? NamedBy(string app, ImageReference image, GitOpsConfig config)
    {
        if (config.Images.TryGetValue(image.Name, out var known))
            return known;
        return config.Apps.TryGetValue(app, out var settings) && settings.Image is { } name && config.Images.TryGetValue(name, out var own)
            && new ImageReference(own.Repository).ShortName == image.Name ? own : null;
    }
}
