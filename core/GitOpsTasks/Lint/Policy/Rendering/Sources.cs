using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>Finds the manifest in the repository that a rendered one was made from.</summary>
/// <param name="files">The manifests of the repository.</param>
/// <param name="overlays">Its kustomizations.</param>
internal sealed class Sources(IReadOnlyList<FileManifests> files, Overlays overlays)
{
    private readonly Dictionary<TreePath, FileManifests> _byPath = files.ToDictionary(file => file.File.Path);

    /// <summary>The rendered manifests of a build whose source is known, with it.</summary>
    public IEnumerable<(Manifest Rendered, Manifest Source)> Of(RenderedBuild build)
    {
        var sources = overlays.FilesBelow(build.Kustomization).Select(_byPath.GetValueOrDefault).OfType<FileManifests>()
            .SelectMany(file => file.All).Where(manifest => !manifest.IsPartial && manifest.Name is not null).ToLookup(manifest => manifest.Kind);
        foreach (var rendered in build.Manifests)
        {
            if (rendered.Name is { } name && Choose(name, rendered.Namespace, [.. sources[rendered.Kind]]) is { } source)
                yield return (rendered, source);
        }
    }

    // Names may have got a prefix and a suffix; where that leaves several, none is taken.
    private static Manifest? Choose(string name, string? space, List<Manifest> candidates)
    {
        var exact = candidates.Where(candidate => candidate.Name == name).ToList();
        var near = exact.Count > 0 ? exact : [.. candidates.Where(candidate => name.Contains(candidate.Name!, StringComparison.Ordinal))];
        if (near.Count > 1)
            near = [.. near.Where(candidate => candidate.Namespace == space)];
        return near.Count == 1 ? near[0] : null;
    }
}
