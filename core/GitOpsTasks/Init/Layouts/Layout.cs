using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Layouts;

/// <summary>The configuration that a repository has already.</summary>
/// <param name="Places">Where each application is in each environment, ordered by path.</param>
/// <param name="ArgoCd">The first object of Argo CD; null where there is none.</param>
/// <param name="Flux">The first object of Flux; null where there is none.</param>
internal sealed record Layout(IReadOnlyList<LayoutPlace> Places, SourcePlace? ArgoCd, SourcePlace? Flux)
{
    /// <summary>The app specs, ordered by path; the first of each name.</summary>
    public IReadOnlyList<KnownSpec> Specs { get; init; } = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Places.Count == 0 && Specs.Count == 0;
}
