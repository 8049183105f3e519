namespace GitOpsTasks.Lint;

/// <summary>What a lint came to; the findings themselves are the outcome's diagnostics.</summary>
/// <param name="Files">How many files were checked.</param>
/// <param name="Errors">How many errors were found.</param>
/// <param name="Warnings">How many warnings were found.</param>
public sealed record LintResult(int Files, int Errors, int Warnings)
{
    /// <summary>How many findings the baseline knows; they are in no other count.</summary>
    public int Known { get; init; }

    /// <summary>The files that were mended, or would be.</summary>
    public IReadOnlyList<string> Mended { get; init; } = [];

    /// <summary>What mending changed, or would, as a unified diff; null where nothing.</summary>
    public string? Diff { get; init; }
}
