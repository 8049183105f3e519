using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>What mending came to.</summary>
/// <param name="Changes">The mended files.</param>
/// <param name="Refused">Why others were not.</param>
/// <param name="Diff">The changes as a unified diff.</param>
internal sealed record FixOutcome(ChangeSet Changes, IReadOnlyList<Diagnostic> Refused, string Diff)
{
    /// <summary>Nothing was asked for.</summary>
    public static FixOutcome Nothing { get; } = new(ChangeSet.Empty, [], "");
}
