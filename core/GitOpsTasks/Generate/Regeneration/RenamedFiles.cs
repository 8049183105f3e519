using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Finds objects that go into a file of another name than they were generated into: what people changed goes along.</summary>
internal static class RenamedFiles
{
    /// <summary>The old paths by the new ones.</summary>
    /// <param name="gone">Files that were generated, are there, and are no longer wanted, with what was generated.</param>
    /// <param name="added">Files that are wanted, were never generated, and are not there.</param>
    public static IReadOnlyDictionary<TreePath, TreePath> Among(IEnumerable<(TreePath Path, YamlMap Object)> gone, IEnumerable<GeneratedFile> added)
    {
        var before = gone.Where(pair => !KustomizationNames.IsOne(pair.Path)).ToLookup(pair => (pair.Path.Parent, ObjectIdentity.Of(pair.Object)), pair => pair.Path);
        return added.GroupBy(file => (file.Path.Parent, ObjectIdentity.Of(file.Object)), file => file.Path)
            .Where(group => group.Count() == 1 && before[group.Key].Count() == 1)
            .ToDictionary(group => group.Single(), group => before[group.Key].Single());
    }
}
