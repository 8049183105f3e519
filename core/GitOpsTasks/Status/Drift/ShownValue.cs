using GitOpsTasks.Edits.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>Values as people are shown them: on one line, and no secrets.</summary>
internal static class ShownValue
{
    private const string Hidden = "(not shown)";

    /// <summary>A value.</summary>
    /// <param name="node">The node.</param>
    /// <param name="field">The path it stands at.</param>
    /// <param name="isSecret">Whether it is in a Secret.</param>
    public static string Of(YamlNode node, string field, bool isSecret)
    {
        if (node.IsMapping)
            return $"({Reporting.Count.Of(node.Pairs.Count(), "field")})";
        if (node.IsSequence)
            return $"({Reporting.Count.Of(node.Items.Count(), "item")})";
        var value = node.Value;
        var isHidden = SecretShapes.IsIn(value)
            || (isSecret && IsData(field))
            || field.Contains("/secretGenerator/", StringComparison.Ordinal)
            || field.Split('/').Any(part => SecretText.IsWrittenOut(part, value));
        return isHidden ? Hidden : value.Length == 0 ? "\"\"" : ShownLine.Of(value);
    }

    private static bool IsData(string field) =>
        field.StartsWith("/data", StringComparison.Ordinal) || field.StartsWith("/stringData", StringComparison.Ordinal);
}
