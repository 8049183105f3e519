using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Suppression;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>What the text of a file was found to be.</summary>
/// <param name="Path">The file.</param>
/// <param name="Findings">What is wrong with its text, in the order it is told.</param>
/// <param name="File">The file, parsed; null where it vanished, or where no layer asks for it.</param>
internal sealed record LintedText(TreePath Path, IReadOnlyList<Diagnostic> Findings, LintFile? File)
{
    /// <summary>The comments that switch findings off.</summary>
    public FileDirectives Directives { get; init; } = FileDirectives.None;
}
