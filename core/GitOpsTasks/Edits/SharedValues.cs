using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Tells which other places of a file change with a value, because aliases stand for it or for what it is in.</summary>
internal static class SharedValues
{
    /// <summary>A note for each alias.</summary>
    /// <param name="file">The file as it was.</param>
    /// <param name="changed">The places that were changed.</param>
    /// <param name="fields">The values that changed in it.</param>
    public static IEnumerable<Diagnostic> Report(YamlFile file, IEnumerable<ImageSite> changed, IReadOnlyList<FieldChange> fields)
    {
        if (fields.Count == 0)
            return [];
        var texts = changed.OfType<NestedImageSite>().Select(site => site.Host.TryParseNested()).OfType<YamlFile>();
        return texts.Prepend(file).Distinct().SelectMany(text => In(text, fields));
    }

    private static IEnumerable<Diagnostic> In(YamlFile file, IReadOnlyList<FieldChange> fields)
    {
        foreach (var alias in file.AllNodes().Where(node => node.Kind == YamlKind.Alias && node.Resolved != node))
        {
            var shared = alias.Resolved.Place;
            if (fields.FirstOrDefault(field => Holds(shared, field.Place)) is { } field)
            {
                yield return Diagnostic.Note(
                    EditCodes.SharedValue,
                    $"'*{alias.Value}' has the value of line {field.Place.Line}, which changes: it changes here too.",
                    "Write the value out here if it is to stay.",
                    alias.Place);
            }
        }
    }

    private static bool Holds(SourcePlace outer, SourcePlace inner) =>
        (outer.Line, outer.Column).CompareTo((inner.Line, inner.Column)) <= 0
        && (inner.Line, inner.Column).CompareTo((outer.EndLine, outer.EndColumn)) <= 0;
}
