using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Status.Drift;

/// <summary>The places that promotions write: what differs there is no drift.</summary>
/// <param name="environment">The environment.</param>
/// <param name="parts">What promotions take along.</param>
internal sealed class PromotedFields(string environment, IReadOnlyList<PromotedPart> parts)
{
    // No image has them: every place that says a version would change.
    private const string NoTag = "gitops-status";
    private const string NoDigest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    private readonly HashSet<(string File, int Line, int Column)> _places = [];

    /// <summary>Whether a file is promoted whole.</summary>
    /// <param name="relative">Its path in the environment's folder.</param>
    public bool IsWhole(string relative) => parts.Any(part => part.Kind == PromotedKind.Files && PatternOf(part).Match(relative));

    /// <summary>Adds the places of a file.</summary>
    public void Add(YamlFile file, string relative)
    {
        if (parts.Any(part => part.Kind == PromotedKind.Images))
            AddImages(file);
        if (parts.Any(part => part.Kind == PromotedKind.Charts))
        {
            foreach (var site in ChartSite.In(file))
                Add(site.Version.Place);
        }

        foreach (var part in parts.Where(part => part.Kind == PromotedKind.Field && PatternOf(part).Match(relative)))
        {
            if (YamlPath.Parse(part.Field!).FindAll(file).First()?.Resolved is { IsScalar: true } scalar)
                Add(scalar.Place);
        }
    }

    /// <summary>Whether a place is one of them.</summary>
    public bool Contains(SourcePlace place) => _places.Contains((place.File, place.Line, place.Column));

    private void AddImages(YamlFile file)
    {
        // An editor of its own for each: nothing is applied, and places may overlap.
        foreach (var site in ImageTargets.All.SelectMany(target => target.Find(file)).Where(site => site.Obstacle is null))
        {
            foreach (var change in site.Set(new YamlEditor(file), new ImageUpdate(site.Name, null, NoTag, NoDigest)))
                Add(change.Place);
        }
    }

    private void Add(SourcePlace place) => _places.Add((place.File, place.Line, place.Column));

    private PathPatterns PatternOf(PromotedPart part) =>
        new(["/" + part.Name!.Replace(PromotedPart.EnvironmentPlaceholder, environment, StringComparison.Ordinal)]);
}
