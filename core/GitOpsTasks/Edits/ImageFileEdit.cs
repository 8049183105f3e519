using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Flux;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Takes all image places of one file to what they are to become.</summary>
/// <param name="Change">The file's new content; null where it stays as it is.</param>
/// <param name="Fields">The values that change.</param>
/// <param name="Matched">The updates that found a place, changed or not.</param>
/// <param name="Diagnostics">A note where the file could not be read.</param>
public sealed record ImageFileEdit(
    FileChange? Change, IReadOnlyList<FieldChange> Fields, IReadOnlyList<ImageUpdate> Matched, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The updates of image policies that found a marker.</summary>
    public IReadOnlyList<SetterUpdate> MatchedSetters { get; init; } = [];

    /// <summary>Works out the edit.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the edit would change more than it means to.</exception>
    /// <param name="file">The file.</param>
    /// <param name="updates">What images are to become.</param>
    /// <param name="rules">What the edit may do.</param>
    /// <param name="setters">What values become that markers of image policies name.</param>
    /// <param name="entries">What a kustomization gets entries for.</param>
    public static ImageFileEdit Of(
        TreeFile file,
        IReadOnlyList<ImageUpdate> updates,
        ImageEditRules rules,
        IReadOnlyList<SetterUpdate>? setters = null,
        IReadOnlyList<ImageUpdate>? entries = null)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid)
            return new ImageFileEdit(null, [], [], [.. UnreadableFile.Report(yaml, updates, setters ?? [])]);
        var sites = ImageTargets.All.SelectMany(target => target.Find(yaml)).ToList();
        var editor = new YamlEditor(yaml);
        var fields = new List<FieldChange>();
        var changed = new List<ImageSite>();
        var obstacles = new List<Diagnostic>();

        bool Take(IEnumerable<ImageSite> found, ImageUpdate update)
        {
            var isMatched = false;
            foreach (var site in found)
            {
                if (site.Obstacle is { } obstacle)
                {
                    obstacles.Add(obstacle);
                    continue;
                }

                isMatched = true;
                if (site.Set(editor, update) is { Count: > 0 } set)
                {
                    changed.Add(site);
                    fields.AddRange(set);
                }
            }

            return isMatched;
        }

        var matched = updates.Where(update => Take(Matching(sites, update.Name), update)).ToList();
        var marked = setters is { Count: > 0 } ? MarkedScalars.In(yaml).ToList() : [];
        var matchedSetters = (setters ?? []).Where(setter => Take(marked.Where(site => site.IsNamed(setter.Policy)), setter.ToUpdate())).ToList();
        if (entries is not null && KustomizationFile.In(yaml) is { } kustomization)
            fields.AddRange(KustomizationEntries.Add(editor, kustomization, entries));
        var change = editor.IsEmpty ? null : new FileChange(file.Path, editor.Apply(), file.Kind);
        return new ImageFileEdit(change, fields, matched, [.. obstacles, .. SharedValues.Report(yaml, changed, fields), .. OverriddenEntries.Report(yaml, matched)]) { MatchedSetters = matchedSetters };
    }

    /// <summary>The images of a file and the places they stand at.</summary>
    public static IReadOnlyList<ImageSite> SitesOf(TreeFile file) =>
        [.. ImageTargets.All.SelectMany(target => target.Find(YamlFile.Parse(file.Content, file.Path.Value)))];

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
