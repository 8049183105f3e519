namespace GitOpsTasks.Build.Names;

/// <summary>Reads the tags that name versions: those of the git repository, or of an image repository.</summary>
/// <param name="cancellationToken">Cancels reading.</param>
/// <returns>The tags as they are spelled, in any order; what is no version among them is passed over.</returns>
public delegate Task<IReadOnlyList<string>> ReadVersionTags(CancellationToken cancellationToken);
