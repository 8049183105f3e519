using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>
/// A kind of file, or of place in files, that holds image versions. A new one is a class here and a line in
/// <see cref="ImageTargets"/>.
/// </summary>
public interface IImageTarget
{
    /// <summary>The places of this kind in a file, in the order they stand.</summary>
    IEnumerable<ImageSite> Find(YamlFile file);
}
