using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>Tells of entries that are set, and taken back by an entry below that meets what they make.</summary>
internal static class OverriddenEntries
{
    /// <summary>A warning for each entry below one that an update sets, which gives the image another version.</summary>
    public static IEnumerable<Diagnostic> Report(YamlFile file, IReadOnlyList<ImageUpdate> updates)
    {
        if (KustomizationFile.In(file) is not { } kustomization)
            yield break;
        var entries = KustomizationEntry.In(kustomization).ToList();
        foreach (var update in updates.Where(update => update.Tag is not null || update.Digest is not null))
        {
            var set = entries.FindIndex(entry => entry.Name == update.Name);
            if (set < 0 || ImageTransform.IsPatternName(update.Name))
                continue;
            var made = new ImageTransform(update.Name, update.NewName ?? entries[set]["newName"], update.Tag ?? entries[set]["newTag"], update.Digest).Apply(update.Name);
            foreach (var below in entries.Skip(set + 1).Where(entry => entry.Name != update.Name && !updates.Any(other => other.Name == entry.Name)))
            {
                if (ImageTransform.Of(below) is { NewTag: var tag, Digest: var digest } transform && (tag ?? digest) is not null && transform.Apply(made) is var end && end != made)
                    yield return Overridden(update, below, end);
            }
        }
    }

    private static Diagnostic Overridden(ImageUpdate update, KustomizationEntry below, string end) => Diagnostic.Warning(
        EditCodes.EntryOverridden,
        $"The entry '{below.Name}' meets the image that '{update.Name}' became, and makes it '{end}'.",
        $"Bump '{below.Name}' too, or remove one of the entries.",
        below.Node.Place);
}
