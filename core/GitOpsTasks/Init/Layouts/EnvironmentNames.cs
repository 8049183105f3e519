namespace GitOpsTasks.Init.Layouts;

/// <summary>What environments are usually called, and the order versions go through them.</summary>
internal static class EnvironmentNames
{
    private static readonly string[][] s_stages =
    [
        ["local", "sandbox"], ["dev", "develop", "development"], ["ci", "int", "integration", "test", "testing", "qa"], ["stage", "staging", "stg", "uat", "acc", "acceptance"],
        ["preprod", "pre-prod", "preproduction", "perf", "demo"], ["canary"], ["prod", "prd", "production", "live"],
    ];

    // The place of names that say nothing: after tests, before what is like production.
    private const int Unknown = 3;

    /// <summary>Those proposed where nothing is found.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["dev", "staging", "prod"];

    /// <summary>Whether a text is what an environment is usually called.</summary>
    public static bool IsUsual(string text) => Array.Exists(s_stages, stage => stage.Contains(text.ToLowerInvariant()));

    /// <summary>Orders names as versions go through them.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).OrderBy(StageOf).ThenBy(name => name, StringComparer.Ordinal)];

    private static int StageOf(string name) => Array.FindIndex(s_stages, stage => stage.Contains(name.ToLowerInvariant())) is var stage and >= 0 ? stage : Unknown;
}
