using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Status;

/// <summary>The images that files of an environment say, and how they stand to those of another.</summary>
internal static class DeployedImages
{
    /// <summary>Each version of each image once, by name and version; only those of some names where there are any.</summary>
    public static IReadOnlyList<DeployedImage> Of(IEnumerable<TreeFile> files, IReadOnlyList<string> names) =>
    [
        .. files.SelectMany(ImageFileEdit.SitesOf)
            .Where(site => (site.Current.Tag is not null || site.Current.Digest is not null) && IsOf(site, names))
            .Select(site => new DeployedImage(site.Name, site.Current.Tag, site.Current.Digest))
            .Distinct()
            .OrderBy(image => image.Name, StringComparer.Ordinal)
            .ThenBy(image => image.Tag, StringComparer.Ordinal)
            .ThenBy(image => image.Digest, StringComparer.Ordinal),
    ];

    /// <summary>The images, with whether they are behind those of the environment before.</summary>
    public static IReadOnlyList<DeployedImage> Compare(IReadOnlyList<DeployedImage> images, IReadOnlyList<DeployedImage> before)
    {
        var known = before.ToLookup(image => image.Name, StringComparer.Ordinal);
        return [.. images.Select(image => image with { IsBehind = known[image.Name].Any() && known[image.Name].All(source => IsBehind(image, source)) })];
    }

    // A tag that is newer here got here otherwise, and waits for nothing; a digest that only one says makes no other version.
    private static bool IsBehind(DeployedImage image, DeployedImage source) =>
        !(image.Tag == source.Tag && (image.Digest is null || source.Digest is null || image.Digest == source.Digest))
        && !(image.Tag is { } tag && source.Tag is { } other && TagOrder.Natural.IsNewer(tag, than: other));

    private static bool IsOf(ImageSite site, IReadOnlyList<string> names) =>
        names.Count == 0 || names.Any(name => site.Name == name || new ImageReference(site.Name).ShortName == name
            || DockerHub.ShortForm(site.Name) == DockerHub.ShortForm(name));
}
