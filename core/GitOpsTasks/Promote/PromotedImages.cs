using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>The changed values of an edit, told by image.</summary>
internal static class PromotedImages
{
    /// <summary>One entry for each image, in the order of the files.</summary>
    public static IReadOnlyList<PromotedImage> Of(ChangeSet changes) =>
    [
        .. changes.Fields.GroupBy(field => field.Subject, StringComparer.Ordinal)
            .Select(image => new PromotedImage(image.Key, Version(image, field => field.Old), Version(image, field => field.New) ?? "")),
    ];

    private static string? Version(IEnumerable<FieldChange> fields, Func<FieldChange, string?> value)
    {
        string? tag = null;
        string? digest = null;
        foreach (var field in fields)
        {
            if (field.Field == "image" && value(field) is { } text && ImageReference.TryParse(text, out var reference))
                (tag, digest) = (reference.Tag, reference.Digest);
            else if (field.Field == "newTag")
                tag = value(field);
            else if (field.Field == "digest")
                digest = value(field);
        }

        return (tag, digest) switch
        {
            (null, null) => null,
            (_, null) => tag,
            (null, _) => digest,
            _ => $"{tag}@{digest}",
        };
    }
}
