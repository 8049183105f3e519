using GitOpsTasks.Contracts;
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
    /// <summary>Works out the edit.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the edit would change more than it means to.</exception>
    public static ImageFileEdit Of(TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid)
            return new ImageFileEdit(null, [], [], [Unreadable(yaml)]);
        var sites = ImageTargets.All.SelectMany(target => target.Find(yaml)).ToList();
        var editor = new YamlEditor(yaml);
        var fields = new List<FieldChange>();
        var matched = new List<ImageUpdate>();
        foreach (var update in updates)
        {
            var found = Matching(sites, update.Name);
            if (found.Count > 0)
                matched.Add(update);
            fields.AddRange(found.SelectMany(site => site.Set(editor, update)));
        }

        var change = editor.IsEmpty ? null : new FileChange(file.Path, editor.Apply(), file.Kind);
        return new ImageFileEdit(change, fields, matched, [.. SharedValues(yaml, fields), .. fields.Count == 0 ? [] : NotUtf8(yaml)]);
    }

    /// <summary>The images of a file and the places they stand at.</summary>
    public static IReadOnlyList<ImageSite> SitesOf(TreeFile file) =>
        [.. ImageTargets.All.SelectMany(target => target.Find(YamlFile.Parse(file.Content, file.Path.Value)))];

    private static List<ImageSite> Matching(List<ImageSite> sites, string name)
    {
        var byName = sites.Where(site => site.Name == name).ToList();
        return byName.Count > 0 ? byName : [.. sites.Where(site => site.Alias == name)];
    }

    private static IEnumerable<Diagnostic> SharedValues(YamlFile yaml, List<FieldChange> fields)
    {
        var changed = fields.Select(field => field.Place).ToHashSet();
        return yaml.AllNodes().Where(node => node.Kind == YamlKind.Alias && changed.Contains(node.Resolved.Place)).Select(alias => Diagnostic.Note(
            EditCodes.SharedValue,
            $"'*{alias.Value}' has the value of line {alias.Resolved.Place.Line}, which changes: it changes here too.",
            "Write the value out here if it is to stay.",
            alias.Place));
    }

    // The edit leaves such bytes alone, but no reader in a cluster takes the file.
    private static IEnumerable<Diagnostic> NotUtf8(YamlFile yaml) => yaml.Diagnostics.Where(found => found.Code == YamlCodes.NotUtf8).Take(1);

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
