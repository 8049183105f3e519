using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>How one value is read: its shape, and the way from a node to it.</summary>
/// <typeparam name="T">What the value becomes.</typeparam>
/// <param name="Shape">What the value is in the file.</param>
/// <param name="TryRead">From the node (never an alias) to the value; reports and returns false where it cannot.</param>
public sealed record ConfigValue<T>(ConfigShape Shape, ConfigValueRead<T> TryRead)
{
    /// <summary>This value, taken further.</summary>
    /// <param name="parse">Throws <see cref="FormatException"/>, with one sentence of advice, on a value that cannot be had.</param>
    public ConfigValue<TNext> Then<TNext>(Func<T, TNext> parse) => new(Shape, (YamlNode node, ConfigFindings findings, out TNext value) =>
    {
        value = default!;
        if (!TryRead(node, findings, out var first))
            return false;
        try
        {
            value = parse(first);
            return true;
        }
        catch (FormatException e)
        {
            var shown = node.IsScalar ? $"'{node.Value}'" : "This";
            findings.Error(ConfigCodes.InvalidValue, node, $"{shown} is not a value this key can have.", e.Message);
            return false;
        }
    });
}
