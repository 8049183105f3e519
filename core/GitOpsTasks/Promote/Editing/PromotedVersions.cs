using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>The versions of images that an environment's files say.</summary>
internal static class PromotedVersions
{
    /// <summary>What each image of the files is; only those of some names where there are any.</summary>
    /// <exception cref="TaskFailedException">GOT7104: two versions of one image.</exception>
    public static IReadOnlyList<ImageUpdate> Of(IEnumerable<TreeFile> files, IReadOnlyList<string> names, TreePath folder)
    {
        var sites = files.SelectMany(ImageFileEdit.SitesOf)
            .Where(site => (site.Current.Tag is not null || site.Current.Digest is not null) && IsOf(site, names));
        var updates = new List<ImageUpdate>();
        foreach (var image in sites.GroupBy(site => site.Name, StringComparer.Ordinal))
        {
            var versions = image.Select(site => (site.Current.Tag, site.Current.Digest)).Distinct().ToList();
            if (versions.Count > 1)
            {
                throw TaskFailedException.Findings(
                    PromoteCodes.SourceAmbiguous,
                    $"'{folder}' says {versions.Count} versions of the image '{image.Key}'.",
                    "Let one kustomization's images entry say the version.");
            }

            updates.Add(new ImageUpdate(image.Key, null, versions[0].Tag, versions[0].Digest));
        }

        return updates;
    }

    private static bool IsOf(ImageSite site, IReadOnlyList<string> names) =>
        names.Count == 0 || names.Any(name => site.Name == name || new ImageReference(site.Name).ShortName == name
            || DockerHub.ShortForm(site.Name) == DockerHub.ShortForm(name));
}
