using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>The commit message of a bump.</summary>
public static class BumpMessage
{
    /// <summary>The message for some changes: a subject, the changed values, and a trailer that tells who wrote it.</summary>
    /// <param name="template">The subject with <c>{image}</c> and <c>{version}</c>; a default where null.</param>
    /// <param name="updates">What was asked for.</param>
    /// <param name="changes">What it came to.</param>
    public static string For(string? template, IReadOnlyList<ImageUpdate> updates, ChangeSet changes)
    {
        var subject = (template ?? "Bump {image} to {version}")
            .Replace("{image}", string.Join(", ", updates.Select(update => update.Name)), StringComparison.Ordinal)
            .Replace("{version}", string.Join(", ", updates.Select(VersionOf).Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
        var body = string.Concat(changes.Fields.Select(field =>
            $"{field.Place.File}: {field.Subject} {field.Field} {field.Old ?? "(none)"} -> {field.New ?? "(none)"}\n"));
        return $"{subject}\n\n{body}\nGitops-Task: bump\n";
    }

    private static string VersionOf(ImageUpdate update) => update.Tag ?? update.Digest ?? update.NewName ?? "";
}
