using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint;

/// <summary>A check of files that depend on each other; each was parsed once.</summary>
/// <param name="files">The files under check, in the order of their paths.</param>
/// <param name="cancellationToken">Cancels the check.</param>
public delegate ValueTask<IReadOnlyList<Diagnostic>> FilesCheck(IReadOnlyList<LintFile> files, CancellationToken cancellationToken);
