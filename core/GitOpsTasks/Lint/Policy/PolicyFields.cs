using System.Globalization;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Fields of manifests as a cluster sees them: through aliases, and with what a mapping takes in by <c>&lt;&lt;</c>.</summary>
internal static class PolicyFields
{
    /// <summary>The value of a field, or of a field of a field; null where there is none, or it is null.</summary>
    public static YamlNode? Field(this YamlNode node, params ReadOnlySpan<string> path)
    {
        YamlNode? at = node;
        foreach (var name in path)
        {
            at = MergedKeys.Find(at.Value, name)?.Resolved;
            if (at is not { IsNull: false })
                return null;
        }

        return at;
    }

    /// <summary>The items of a list; empty where there is none.</summary>
    public static IEnumerable<YamlNode> List(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.Field(path)?.Items.Select(item => item.Resolved) ?? [];

    /// <summary>The text of a scalar; null where there is none.</summary>
    public static string? Scalar(this YamlNode node, params ReadOnlySpan<string> path) =>
        node.Field(path) is { IsScalar: true } scalar ? scalar.Value : null;

    /// <summary>Whether a scalar is a truth value of one kind.</summary>
    public static bool Is(this YamlNode node, bool value) =>
        node.IsScalar && node.TypeIn(YamlSchema.Yaml11) == YamlScalarType.Boolean && IsTrue(node.Value) == value;

    /// <summary>The whole number that a scalar is; null where it is none.</summary>
    public static long? Integer(this YamlNode node) =>
        node.IsScalar && node.TypeIn(YamlSchema.Yaml11) == YamlScalarType.Integer
        && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool IsTrue(string text) => text.ToUpperInvariant() is "TRUE" or "YES" or "ON" or "Y";
}
