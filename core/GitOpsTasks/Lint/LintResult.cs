namespace GitOpsTasks.Lint;

/// <summary>What a lint came to; the findings themselves are the outcome's diagnostics.</summary>
/// <param name="Files">How many files were checked.</param>
/// <param name="Errors">How many errors were found.</param>
/// <param name="Warnings">How many warnings were found.</param>
public sealed record LintResult(int Files, int Errors, int Warnings);
