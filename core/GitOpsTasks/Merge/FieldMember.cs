using GitOpsTasks.Yaml;

namespace GitOpsTasks.Merge;

/// <summary>A pair or item of a collection, by the path that is the same in every version of the file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Member">Key and value, or the item.</param>
internal readonly record struct FieldMember(string Path, Member Member);
