using System.Globalization;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Checks limits. What is broken is said as the rule it breaks: <c>at least 1</c>.</summary>
internal static class LimitCheck
{
    public static string? Broken(ScalarValue value, SchemaLimits limits) => value.Type switch
    {
        SchemaTypes.String => Outside(value.Text.EnumerateRunes().Count(), limits.MinLength, limits.MaxLength, "character"),
        SchemaTypes.Integer or SchemaTypes.Number => BrokenByNumber(value.Number, limits),
        _ => null,
    };

    public static void CheckItems(Manifest manifest, YamlNode node, SchemaLimits? limits, int count, List<SchemaProblem> problems)
    {
        if (!manifest.IsPartial && limits is not null && Outside(count, limits.MinItems, limits.MaxItems, "item") is { } limit)
            problems.Add(ProblemText.OutOfLimits(manifest, node, limit));
    }

    public static void CheckFields(Manifest manifest, YamlNode node, SchemaLimits? limits, int count, List<SchemaProblem> problems)
    {
        if (!manifest.IsPartial && limits is not null && Outside(count, limits.MinProperties, limits.MaxProperties, "field") is { } limit)
            problems.Add(ProblemText.OutOfLimits(manifest, node, limit));
    }

    private static string? BrokenByNumber(double number, SchemaLimits limits)
    {
        if (limits.Minimum is { } minimum && (number < minimum || (limits.IsMinimumExclusive && number == minimum)))
            return limits.IsMinimumExclusive ? $"more than {Written(minimum)}" : $"at least {Written(minimum)}";
        if (limits.Maximum is { } maximum && (number > maximum || (limits.IsMaximumExclusive && number == maximum)))
            return limits.IsMaximumExclusive ? $"less than {Written(maximum)}" : $"at most {Written(maximum)}";
        return limits.MultipleOf is { } step && step > 0 && Math.IEEERemainder(number, step) != 0 ? $"a multiple of {Written(step)}" : null;
    }

    private static string? Outside(int count, int? least, int? most, string unit)
    {
        if (count < least)
            return $"at least {Reporting.Count.Of(least.Value, unit)}";
        return count > most ? $"at most {Reporting.Count.Of(most.Value, unit)}" : null;
    }

    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
}
