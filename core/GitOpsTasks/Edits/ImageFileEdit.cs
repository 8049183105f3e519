using GitOpsTasks.Contracts;
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
    /// <summary>Places that stay, for they have a newer version: the old value is what stays, the new one what was asked for.</summary>
    public IReadOnlyList<FieldChange> Superseded { get; init; } = [];

    /// <summary>Works out the edit.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the edit would change more than it means to.</exception>
    /// <param name="file">The file.</param>
    /// <param name="updates">What images are to become.</param>
    /// <param name="rules">What the edit may do.</param>
    /// <param name="entries">What a kustomization gets entries for.</param>
    public static ImageFileEdit Of(TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules, IReadOnlyList<ImageUpdate>? entries = null)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid)
            return new ImageFileEdit(null, [], [], [Unreadable(yaml)]);
        var sites = ImageTargets.All.SelectMany(target => target.Find(yaml)).ToList();
        var editor = new YamlEditor(yaml);
        var fields = new List<FieldChange>();
        var matched = new List<ImageUpdate>();
        var newer = new NewerSites(yaml, rules);
        foreach (var update in updates)
        {
            var found = Matching(sites, update.Name);
            if (found.Count > 0)
                matched.Add(update);
            fields.AddRange(found.Where(site => !newer.Keeps(site, update)).SelectMany(site => site.Set(editor, update)));
        }

        if (entries is not null && KustomizationFile.In(yaml) is { } kustomization)
            fields.AddRange(KustomizationEntries.Add(editor, kustomization, entries));
        var change = editor.IsEmpty ? null : new FileChange(file.Path, editor.Apply(), file.Kind);
        return new ImageFileEdit(change, fields, matched, [.. SharedValues(yaml, fields), .. newer.Notes]) { Superseded = newer.Kept };
    }

    /// <summary>The images of a file and the places they stand at.</summary>
    public static IReadOnlyList<ImageSite> SitesOf(TreeFile file) =>
        [.. ImageTargets.All.SelectMany(target => target.Find(YamlFile.Parse(file.Content, file.Path.Value)))];

    private static List<ImageSite> Matching(List<ImageSite> sites, string name)
    {
        var byName = sites.Where(site => site.Name == name).ToList();
        if (byName.Count == 0)
            byName = [.. sites.Where(site => site.Alias == name)];
        return byName.Count > 0 ? byName : [.. sites.Where(site => IsSameOnDockerHub(site, DockerHub.ShortForm(name)))];
    }

    private static bool IsSameOnDockerHub(ImageSite site, string shortForm) =>
        DockerHub.ShortForm(site.Name) == shortForm || (site.Alias is { } alias && DockerHub.ShortForm(alias) == shortForm);

    private static IEnumerable<Diagnostic> SharedValues(YamlFile yaml, List<FieldChange> fields)
    {
        var changed = fields.Select(field => field.Place).ToHashSet();
        return yaml.AllNodes().Where(node => node.Kind == YamlKind.Alias && changed.Contains(node.Resolved.Place)).Select(alias => Diagnostic.Note(
            EditCodes.SharedValue,
            $"'*{alias.Value}' has the value of line {alias.Resolved.Place.Line}, which changes: it changes here too.",
            "Write the value out here if it is to stay.",
            alias.Place));
    }

    private static Diagnostic Unreadable(YamlFile yaml)
    {
        var error = yaml.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error);
        return Diagnostic.Warning(
            EditCodes.FileSkipped,
            $"The file names the image but was left alone: {error.Message}",
            "Correct it, or change the image in it by hand; templates are not guessed at.",
            error.Place);
    }
}
