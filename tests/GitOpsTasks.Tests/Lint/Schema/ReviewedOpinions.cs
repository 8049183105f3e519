namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Where we differ from the oracles on purpose, with the reason.</summary>
internal static class ReviewedOpinions
{
    // The packages allow null for optional fields (nullable), but a list of values beside it does not name null, and a named
    // type below it does not repeat nullable: an accident of how they are made. API servers take null for "not set".
    public static bool Explains(string disagreement) =>
        disagreement.Contains(" null: they say {", StringComparison.Ordinal) && disagreement.EndsWith("we say valid", StringComparison.Ordinal)
        && (disagreement.Contains("\"keyword\":\"enum\"", StringComparison.Ordinal) || disagreement.Contains("\"keyword\":\"type\"", StringComparison.Ordinal));
}
