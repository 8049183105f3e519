namespace GitOpsTasks.Yaml;

/// <summary>YAML that stands in a scalar of YAML: <c>helm.values</c> of Argo CD, <c>patch: |</c> of kustomize, data of a ConfigMap.</summary>
public static class NestedYaml
{
    /// <summary>
    /// Reads the mapping or sequence that a scalar holds. Places in it, and in what is wrong with it, are those of the file
    /// around: exact for a literal scalar, the scalar's own for any other.
    /// </summary>
    /// <returns>Null where the node is no scalar, or its text is neither a mapping nor a sequence; a file that is not valid
    /// where the text is no YAML.</returns>
    public static YamlFile? TryParseNested(this YamlNode scalar) =>
        NestedText.Read(scalar) is { File: var file } && (!file.IsValid || file.Documents.Any(root => root.IsMapping || root.IsSequence)) ? file : null;
}
