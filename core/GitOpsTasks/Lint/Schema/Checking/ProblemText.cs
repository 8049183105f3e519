using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>What is said of problems: one sentence of what is wrong, one of what to do.</summary>
internal static class ProblemText
{
    private const int MostListed = 12;

    public static SchemaProblem UnknownField(Manifest manifest, YamlNode mapping, YamlNode key, SchemaNode schema)
    {
        var name = key.Resolved.Value;
        var parent = NodePath.Of(mapping, manifest.Root);
        var field = NodePath.Field(name);
        var path = parent.Length == 0 ? field : $"{parent}.{field}";
        var advice = EditDistance.Nearest(name, schema.Properties.Keys) is { } near
            ? $"Did you mean '{near}'?"
            : schema.Properties.Count is > 0 and <= MostListed
                ? $"Take one of {List(schema.Properties.Keys)}."
                : "Correct its name, move it to where it belongs, or remove it.";
        return new SchemaProblem(SchemaCodes.UnknownField, key, $"{manifest.Kind.Kind} has no field '{path}'.", advice);
    }

    public static SchemaProblem MissingField(Manifest manifest, YamlNode mapping, string name, SchemaNode schema) => new(
        SchemaCodes.MissingField, mapping, $"{Subject(manifest, mapping)} lacks the field '{name}', which is required.", $"Add '{name}'.");

    public static SchemaProblem WrongType(Manifest manifest, YamlNode node, SchemaTypes type, SchemaNode schema)
    {
        var wanted = TypeText.Of(schema);
        return new SchemaProblem(
            SchemaCodes.WrongType, node, $"{Subject(manifest, node)} is {TypeText.Of(type)}, not {wanted}.", TypeText.Advice(node, type, schema.Types, wanted));
    }

    public static SchemaProblem UnexpectedNull(Manifest manifest, YamlNode node, SchemaNode schema) => new(
        SchemaCodes.UnexpectedNull, node, $"{Subject(manifest, node)} is null, not {TypeText.Of(schema)}.", "Give it a value, or remove the field.");

    public static SchemaProblem NotInList(Manifest manifest, YamlNode node, SchemaNode schema)
    {
        var near = EditDistance.Nearest(node.Value, schema.Enum);
        return new SchemaProblem(
            SchemaCodes.NotInList,
            node,
            $"{Subject(manifest, node)} cannot be '{Shown(node)}'.",
            near is null ? $"Take one of {List(schema.Enum)}." : $"Did you mean '{near}'?");
    }

    public static SchemaProblem WrongFormat(Manifest manifest, YamlNode node, string format) => new(
        SchemaCodes.WrongForm,
        node,
        $"{Subject(manifest, node)} is '{Shown(node)}', which is no {format}.",
        $"Write {SchemaFormats.Describe(format) ?? format}.");

    public static SchemaProblem WrongPattern(Manifest manifest, YamlNode node, SchemaPattern pattern) => new(
        SchemaCodes.WrongForm, node, $"{Subject(manifest, node)} is '{Shown(node)}', which has not the form it must have.", $"It must match {pattern.Text}");

    public static SchemaProblem OutOfLimits(Manifest manifest, YamlNode node, string limit) => new(
        SchemaCodes.OutOfLimits, node, $"{Subject(manifest, node)} is not {limit}.", $"Make it {limit}.");

    public static SchemaProblem NoAlternative(Manifest manifest, YamlNode node, string which) => new(
        SchemaCodes.NoAlternative,
        node,
        which == "what" ? $"{Subject(manifest, node)} is what its schema forbids." : $"{Subject(manifest, node)} meets {which} that its schema offers.",
        $"See the documentation of {manifest.Kind.Kind}.");

    private static string Subject(Manifest manifest, YamlNode node) =>
        NodePath.Of(node, manifest.Root) is { Length: > 0 } path ? $"'{path}'" : manifest.Kind.Kind;

    private static string List(IEnumerable<string> names)
    {
        var all = names.Order(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", all.Take(MostListed).Select(name => name.Length == 0 ? "''" : name));
        return all.Count > MostListed ? $"{shown}, ..." : shown;
    }

    // A value may be a secret or a whole file; its beginning is enough to find it.
    private static string Shown(YamlNode node)
    {
        const int longest = 40;
        var text = node.Value;
        return text.Length <= longest ? text : text[..longest] + "...";
    }
}
