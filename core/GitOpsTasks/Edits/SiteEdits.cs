using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>Collects the edits of one file's places, and what is to be said about them.</summary>
internal sealed class SiteEdits(YamlFile yaml, ImageEditRules rules)
{
    private readonly YamlEditor _editor = new(yaml);
    private readonly NewerSites _newer = new(yaml, rules);
    private readonly List<FieldChange> _fields = [];
    private readonly List<ImageSite> _changed = [];
    private readonly List<Diagnostic> _obstacles = [];

    /// <summary>Takes places to an update; those that have a newer version stay.</summary>
    /// <returns>Whether there was a place that can be changed.</returns>
    public bool Take(IEnumerable<ImageSite> sites, ImageUpdate update)
    {
        var found = sites.ToList();
        // Tag and digest of one image in two places: neither changes without the other.
        var staysWhole = found.Exists(site => site.IsPart) && found.Exists(site => _newer.IsNewer(site, update));
        var isMatched = false;
        foreach (var site in found)
        {
            if (site.Obstacle is { } obstacle)
            {
                _obstacles.Add(obstacle);
                continue;
            }

            isMatched = true;
            if (_newer.Keeps(site, update) || staysWhole || site.Set(_editor, update) is not { Count: > 0 } set)
                continue;
            _changed.Add(site);
            _fields.AddRange(set);
        }

        return isMatched;
    }

    /// <summary>Gives a kustomization entries for images it has none of.</summary>
    public void AddEntries(YamlNode kustomization, IReadOnlyList<ImageUpdate> entries) =>
        _fields.AddRange(KustomizationEntries.Add(_editor, kustomization, entries));

    /// <summary>What it comes to.</summary>
    /// <exception cref="TaskFailedException">GOT2004: the edit would change more than it means to.</exception>
    public ImageFileEdit Done(TreeFile file)
    {
        var change = _editor.IsEmpty ? null : new FileChange(file.Path, _editor.Apply(), file.Kind);
        var ordered = _fields.OrderBy(field => (field.Place.Line, field.Place.Column)).ToList();
        return new ImageFileEdit(change, ordered, [], [.. _obstacles, .. SharedValues.Report(yaml, _changed, _fields), .. NotUtf8(), .. _newer.Notes])
        {
            Superseded = _newer.Kept,
        };
    }

    // The edit leaves such bytes alone, but no reader in a cluster takes the file.
    private IEnumerable<Diagnostic> NotUtf8() =>
        _fields.Count == 0 ? [] : yaml.Diagnostics.Where(found => found.Code == YamlCodes.NotUtf8).Take(1);
}
