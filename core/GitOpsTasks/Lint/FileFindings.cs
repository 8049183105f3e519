using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>What is wrong with a file as such.</summary>
internal static class FileFindings
{
    /// <summary>A file was there when the tree was listed, and no longer when it was read.</summary>
    public static Diagnostic Gone(TreePath path) => Diagnostic.Warning(
        LintCodes.FileGone, "The file went away while files were read.", "Check again when nothing changes the files.", new SourcePlace(path.Value, 1, 1, 1, 1));
}
