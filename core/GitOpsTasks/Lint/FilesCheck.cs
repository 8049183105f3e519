using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint;

/// <summary>A check of files that depend on each other; each was parsed once.</summary>
/// <param name="repository">The files.</param>
/// <param name="cancellationToken">Cancels the check.</param>
public delegate ValueTask<IReadOnlyList<Diagnostic>> FilesCheck(LintedRepository repository, CancellationToken cancellationToken);
