using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits;

/// <summary>
/// Keeps places of a file that have a newer version than they are to get. Nothing of such a place changes. Of any number of
/// writers whose versions have an order, the highest so comes out last, whoever is first.
/// </summary>
internal sealed class NewerSites(YamlFile file, ImageEditRules rules)
{
    private readonly List<FieldChange> _kept = [];

    /// <summary>The places that were kept.</summary>
    public IReadOnlyList<FieldChange> Kept => _kept;

    /// <summary>A note for each place.</summary>
    public IEnumerable<Diagnostic> Notes => _kept.Select(NoteOf);

    /// <summary>What is said of a place that was kept.</summary>
    public static Diagnostic NoteOf(FieldChange kept) => Diagnostic.Note(
        EditCodes.Superseded,
        $"'{kept.Subject}' stays at {kept.Old}, which is newer than {kept.New}: superseded.",
        "Pass --allow-downgrade to go back to the older version.",
        kept.Place);

    /// <summary>What a place comes to that stays as it is.</summary>
    public static ImageFileEdit Stay(FieldChange kept, ImageUpdate update) => new(null, [], [update], [NoteOf(kept)]) { Superseded = [kept] };

    /// <summary>Whether a place has a newer version, and going back is not allowed.</summary>
    public bool IsNewer(ImageSite site, ImageUpdate update) =>
        !rules.AllowDowngrade && update.Tag is { } wanted && site.Current.Tag is { } current && IsSameImage(site, update)
        && rules.Order.IsNewer(TagOnly(current), than: wanted);

    /// <summary>Whether a place stays as it is, which is remembered.</summary>
    public bool Keeps(ImageSite site, ImageUpdate update)
    {
        // An editor that is not applied tells where the place would have changed.
        if (!IsNewer(site, update) || site.Set(new YamlEditor(file), update) is not { Count: > 0 } changes)
            return false;
        var change = changes.FirstOrDefault(change => change.New?.Contains(update.Tag!, StringComparison.Ordinal) == true) ?? changes[0];
        _kept.Add(new FieldChange(change.Place, change.Field, site.Name, site.Current.Tag, update.Tag));
        return true;
    }

    // Another image has versions of its own; a mirror of the same one has not.
    private static bool IsSameImage(ImageSite site, ImageUpdate update) =>
        update.NewName is not { } name || new ImageReference(name).ShortName == site.Current.ShortName;

    // Some tools write tag@digest where a tag belongs.
    private static string TagOnly(string tag) => tag.Split('@')[0];
}
