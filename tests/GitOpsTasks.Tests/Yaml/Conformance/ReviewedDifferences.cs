namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Where YamlDotNet and we read the same text differently, each decided by a clause of YAML 1.2.2.</summary>
internal static class ReviewedDifferences
{
    private static readonly ReviewedDifference[] All = [];

    public static ReviewedDifference? Find(Comparison comparison) => Array.Find(All, reviewed => reviewed.Covers(comparison));
}
