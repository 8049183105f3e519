using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Checks scalars: type, list, form, limits.</summary>
internal sealed class ScalarCheck(Manifest manifest)
{
    public void Check(YamlNode node, SchemaNode schema, List<SchemaProblem> problems)
    {
        var value = ScalarValue.Of(node);
        if (value.IsNull)
        {
            if (!schema.IsNullable && !manifest.IsPartial && (schema.Types != SchemaTypes.Any || schema.Enum.Count > 0))
                problems.Add(ProblemText.UnexpectedNull(manifest, node, schema));
            return;
        }

        if (manifest.IsFilledInLater(value.Text))
            return;
        if (!HasType(value.Type, schema.Types))
            problems.Add(ProblemText.WrongType(manifest, node, value.Type, schema));
        else if (schema.Enum.Count > 0 && !schema.Enum.Contains(value.Text, StringComparer.Ordinal))
            problems.Add(ProblemText.NotInList(manifest, node, schema));
        else if (schema.Format is { } format && !SchemaFormats.Matches(format, value))
            problems.Add(ProblemText.WrongFormat(manifest, node, format));
        else if (value.Type == SchemaTypes.String && schema.Pattern?.Matches(value.Text) == false)
            problems.Add(ProblemText.WrongPattern(manifest, node, schema.Pattern));
        else if (schema.Limits is { } limits && LimitCheck.Broken(value, limits) is { } limit)
            problems.Add(ProblemText.OutOfLimits(manifest, node, limit));
    }

    private static bool HasType(SchemaTypes type, SchemaTypes allowed) =>
        allowed == SchemaTypes.Any || (allowed & type) != SchemaTypes.Any
        || (type == SchemaTypes.Integer && (allowed & SchemaTypes.Number) != SchemaTypes.Any);
}
