using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Flux;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Takes all image places of one file to what they are to become.</summary>
/// <param name="Change">The file's new content; null where it stays as it is.</param>
/// <param name="Fields">The values that change, in the order they stand.</param>
/// <param name="Matched">The updates that found a place, changed or not.</param>
/// <param name="Diagnostics">What was noticed on the way.</param>
public sealed record ImageFileEdit(
    FileChange? Change, IReadOnlyList<FieldChange> Fields, IReadOnlyList<ImageUpdate> Matched, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The updates of image policies that found a marker.</summary>
    public IReadOnlyList<SetterUpdate> MatchedSetters { get; init; } = [];

    /// <summary>Places that stay, for they have a newer version: the old value is what stays, the new one what was asked for.</summary>
    public IReadOnlyList<FieldChange> Superseded { get; init; } = [];

    /// <summary>Works out the edit.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the edit would change more than it means to.</exception>
    /// <param name="file">The file.</param>
    /// <param name="updates">What images are to become.</param>
    /// <param name="rules">What the edit may do.</param>
    /// <param name="setters">What scalars that image policies mark are to become.</param>
    /// <param name="entries">What a kustomization gets entries for.</param>
    public static ImageFileEdit Of(
        TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules,
        IReadOnlyList<SetterUpdate>? setters = null, IReadOnlyList<ImageUpdate>? entries = null)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid)
            return new ImageFileEdit(null, [], [], [.. UnreadableFile.Report(yaml, updates, setters ?? [])]);
        var sites = SitesOf(yaml);
        var edit = new SiteEdits(yaml, rules);
        var matched = updates.Where(update => edit.Take(Matching(sites, update.Name), update)).ToList();
        var marked = setters is { Count: > 0 } ? MarkedScalars.In(yaml).ToList() : [];
        var matchedSetters = (setters ?? []).Where(setter => edit.Take(marked.Where(site => site.IsNamed(setter.Policy)), setter.ToUpdate())).ToList();
        if (entries is not null && KustomizationFile.In(yaml) is { } kustomization)
            edit.AddEntries(kustomization, entries);
        var done = edit.Done(file);
        return done with { Matched = matched, MatchedSetters = matchedSetters, Diagnostics = [.. done.Diagnostics, .. OverriddenEntries.Report(yaml, matched)] };
    }

    /// <summary>The images of a file and the places they stand at.</summary>
    public static IReadOnlyList<ImageSite> SitesOf(TreeFile file) => SitesOf(YamlFile.Parse(file.Content, file.Path.Value));

    private static List<ImageSite> SitesOf(YamlFile yaml) => [.. ImageTargets.All.SelectMany(target => target.Find(yaml))];

    private static List<ImageSite> Matching(List<ImageSite> sites, string name)
    {
        var byName = sites.Where(site => site.IsNamed(name)).ToList();
        if (byName.Count == 0)
            byName = [.. sites.Where(site => site.Alias == name)];
        return byName.Count > 0 ? byName : [.. sites.Where(site => IsSameOnDockerHub(site, DockerHub.ShortForm(name)))];
    }

    private static bool IsSameOnDockerHub(ImageSite site, string shortForm) =>
        DockerHub.ShortForm(site.Name) == shortForm || (site.Alias is { } alias && DockerHub.ShortForm(alias) == shortForm);
}
