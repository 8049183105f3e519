using GitOpsTasks.Edits;
using GitOpsTasks.Images;

namespace GitOpsTasks.Promote.Editing;

/// <summary>What images change between two states of a file.</summary>
internal static class PromotedSites
{
    /// <summary>One entry for each image that has another version afterwards, in the order of the file.</summary>
    public static IEnumerable<PromotedImage> Changed(IReadOnlyList<ImageSite> before, IReadOnlyList<ImageSite> after)
    {
        var left = before.ToLookup(site => site.Name, StringComparer.Ordinal);
        foreach (var image in after.GroupBy(site => site.Name, StringComparer.Ordinal))
        {
            var olds = left[image.Key].Select(site => Version(site.Current)).ToList();
            var news = image.Select(site => Version(site.Current)).ToList();
            for (var i = 0; i < news.Count; i++)
            {
                var old = i < olds.Count ? olds[i] : null;
                if (news[i] is { } version && version != old)
                {
                    yield return new PromotedImage(image.Key, old, version);
                    break;
                }
            }
        }
    }

    /// <summary>Tag and digest, such as <c>1.4.0@sha256:...</c>; null where neither is said.</summary>
    public static string? Version(ImageReference image) => (image.Tag, image.Digest) switch
    {
        (null, null) => null,
        (var tag, null) => tag,
        (null, var digest) => digest,
        var (tag, digest) => $"{tag}@{digest}",
    };
}
