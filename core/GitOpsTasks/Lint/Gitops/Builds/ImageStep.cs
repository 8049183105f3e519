using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>Applies the <c>images:</c> of a kustomization. An entry that names no image does nothing, and nobody is told.</summary>
internal static class ImageStep
{
    /// <summary>Applies them.</summary>
    public static void Run(BuildInProgress build)
    {
        foreach (var entry in build.Owner.Images)
        {
            var matched = new List<BuiltImage>();
            for (var i = 0; i < build.Resources.Count; i++)
            {
                var resource = build.Resources[i];
                if (!resource.Images.Any(entry.Matches))
                    continue;
                matched.AddRange(resource.Images.Where(entry.Matches));
                build.Resources[i] = resource with { Images = [.. resource.Images.Select(entry.Apply)] };
            }

            var isMet = matched.Count > 0 || build.IsOpen || build.HasConfigurations;
            build.Findings.Expect(GitopsRules.UnusedImageEntry, entry.NameNode, isMet, () => Unused(entry, build));
            var tags = matched.Select(image => image.Tag).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (tags.Count > 1 && entry.SetsVersion && matched.Select(image => image.Name).Distinct(StringComparer.Ordinal).Count() == 1)
                build.Findings.Add(entry.NameNode, Mixed(entry, tags));
        }
    }

    private static Diagnostic Unused(ImageEntry entry, BuildInProgress build)
    {
        var names = build.Resources.SelectMany(resource => resource.Images).Select(image => image.Name).Distinct(StringComparer.Ordinal).ToList();
        var last = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
        var nearest = names.Find(name => name.EndsWith("/" + last, StringComparison.Ordinal) || name == last) ?? EditDistance.Nearest(entry.Name, names);
        return GitopsRules.UnusedImageEntry.At(
            entry.NameNode,
            $"No image of '{build.Owner.File.Path}' is called '{entry.Name}'.",
            nearest is not null ? $"Did you mean '{nearest}'?"
            : names.Count == 0 ? "Remove the entry: no container is built here." : "Write the name as the container has it, without tag and digest.");
    }

    private static Diagnostic Mixed(ImageEntry entry, IReadOnlyList<string> tags) => GitopsRules.MixedTags.At(
        entry.NameNode,
        $"Containers with '{entry.Name}' in the versions {string.Join(", ", tags)} all get the same one.",
        "Give one of them another name in its manifest, and an entry for it with 'newName'.");
}
