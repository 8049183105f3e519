using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>The images of one application in one environment, as its files say them.</summary>
internal static class EnvironmentImages
{
    /// <summary>The files of an environment with the places that say an image's version.</summary>
    public static async ValueTask<IReadOnlyList<(TreeFile File, IReadOnlyList<ImageSite> Sites)>> ReadAsync(
        IConfigTree tree, TreePath folder, CancellationToken cancellationToken)
    {
        var paths = await YamlFiles.FindAsync(tree, [folder], cancellationToken);
        var files = await tree.ReadAsync(paths, cancellationToken);
        return [.. paths.Where(files.ContainsKey).Select(path => (files[path], ImageFileEdit.SitesOf(files[path])))];
    }

    /// <summary>What each image of the source becomes in the target.</summary>
    /// <exception cref="TaskFailedException">GOT7103, GOT7104: no version, or two of one image.</exception>
    public static async ValueTask<IReadOnlyList<ImageUpdate>> VersionsAsync(
        IConfigTree tree, TreePath folder, CancellationToken cancellationToken)
    {
        var sites = (await ReadAsync(tree, folder, cancellationToken)).SelectMany(file => file.Sites)
            .Where(site => site.Current.Tag is not null || site.Current.Digest is not null);
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

        return updates.Count > 0 ? updates : throw TaskFailedException.Findings(
            PromoteCodes.SourceEmpty, $"No file in '{folder}' says the version of an image.", "Check the path of the environment.");
    }
}
