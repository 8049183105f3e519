using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Flux;
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
    public static ImageFileEdit Of(
        TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules, IReadOnlyList<SetterUpdate>? setters = null)
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
        var change = editor.IsEmpty ? null : new FileChange(file.Path, editor.Apply(), file.Kind);
        var ordered = fields.OrderBy(field => (field.Place.Line, field.Place.Column)).ToList();
        return new ImageFileEdit(change, ordered, matched, [.. obstacles, .. SharedValues.Report(yaml, changed, fields)]) { MatchedSetters = matchedSetters };
    }

    /// <summary>The images of a file and the places they stand at.</summary>
    public static IReadOnlyList<ImageSite> SitesOf(TreeFile file) =>
        [.. ImageTargets.All.SelectMany(target => target.Find(YamlFile.Parse(file.Content, file.Path.Value)))];

    private static List<ImageSite> Matching(List<ImageSite> sites, string name)
    {
        var byName = sites.Where(site => site.IsNamed(name)).ToList();
        return byName.Count > 0 ? byName : [.. sites.Where(site => site.Alias == name)];
    }
}
