using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Checks the fields of mappings: unknown, missing, how many.</summary>
internal sealed class MappingCheck(Manifest manifest)
{
    private static readonly string[] ManifestFields = ["apiVersion", "kind", "metadata"];

    /// <summary>The values that have a schema, with its number, and whether they must be there.</summary>
    public List<(YamlNode Value, int Schema, bool IsRequired)> Check(YamlNode node, SchemaNode schema, List<SchemaProblem> problems)
    {
        var children = new List<(YamlNode, int, bool)>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        var isRoot = node == manifest.Root;
        foreach (var (key, value) in MappingFields.Of(node))
        {
            var name = key.Resolved.Value;
            if (!present.Add(name))
                continue;
            if (schema.Properties.TryGetValue(name, out var child) || (schema.Additional is { } additional && (child = additional) >= 0))
                children.Add((value, child, schema.Required.Contains(name, StringComparer.Ordinal)));
            else if (!schema.IsOpen && !IsAllowedAnywhere(name, isRoot))
                problems.Add(ProblemText.UnknownField(manifest, node, key, schema));
        }

        if (!manifest.IsPartial)
            CheckMissing(node, schema, present, problems);
        LimitCheck.CheckFields(manifest, node, schema.Limits, present.Count, problems);
        return children;
    }

    private void CheckMissing(YamlNode node, SchemaNode schema, HashSet<string> present, List<SchemaProblem> problems)
    {
        foreach (var name in schema.Required)
        {
            if (!present.Contains(name) && !(node == manifest.Root && name is "apiVersion" or "kind"))
                problems.Add(ProblemText.MissingField(manifest, node, name, schema));
        }
    }

    private bool IsAllowedAnywhere(string name, bool isRoot) =>
        (isRoot && (ManifestFields.Contains(name, StringComparer.Ordinal) || (manifest.IsEncrypted && name == Manifest.SopsField)))
        || (manifest.IsPartial && name.StartsWith('$'));
}
