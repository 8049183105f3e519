using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>Takes tags and digests of images along.</summary>
internal static class ImagesPart
{
    /// <summary>Applies it.</summary>
    /// <exception cref="TaskFailedException">GOT7103, GOT7104, GOT7105: the source says no version, or two; the target names none of the images.</exception>
    public static void Apply(AppEdit edit)
    {
        var app = edit.App;
        var named = app.Parts.Where(part => part.Kind == PromotedKind.Images).Select(part => part.Name).ToList();
        var names = named.Contains(null) ? app.Images : [.. named.OfType<string>()];
        var versions = PromotedVersions.Of(edit.Source.YamlIn(app.Source), names, app.Source);
        if (versions.Count == 0)
        {
            throw TaskFailedException.Findings(
                PromoteCodes.SourceEmpty,
                $"No file in '{app.Source}' says the version of an image{(names.Count > 0 ? $" of '{app.Name}'" : "")}.",
                "Check the path of the environment, and with several applications in a folder the app's 'image' or 'promote'.");
        }

        var isMatched = false;
        foreach (var file in edit.Target.YamlIn(app.Target))
            isMatched |= Apply(edit, file, versions);
        if (!isMatched)
        {
            throw TaskFailedException.Findings(
                PromoteCodes.TargetEmpty,
                $"'{app.Target}' names none of the images of '{app.Source}'.",
                "Give its kustomization an images entry of the same name.");
        }
    }

    private static bool Apply(AppEdit edit, TreeFile file, IReadOnlyList<ImageUpdate> versions)
    {
        var before = ImageFileEdit.SitesOf(file);
        if (before.Count == 0)
            return false;
        var done = ImageFileEdit.Of(file, versions, new ImageEditRules { AllowDowngrade = edit.AllowsOlder });
        edit.Fields.AddRange(done.Fields);
        edit.Superseded.AddRange(done.Superseded);
        edit.Diagnostics.AddRange(done.Diagnostics.Where(found => found.Code != EditCodes.Superseded));
        edit.Diagnostics.AddRange(done.Superseded.Select(kept => Stays(edit, kept)));
        if (done.Change?.Content is { } content)
        {
            var changed = file with { Content = content };
            edit.Images.AddRange(PromotedSites.Changed(before, ImageFileEdit.SitesOf(changed)).Where(image => edit.Images.TrueForAll(known => known.Name != image.Name)));
            edit.Target.Set(file.Path, changed);
        }

        return done.Matched.Count > 0;
    }

    private static Diagnostic Stays(AppEdit edit, FieldChange kept) => Diagnostic.Note(
        PromoteCodes.TargetNewer,
        $"'{kept.Subject}' stays at {kept.Old} in {edit.To}, which is newer than {kept.New} of {edit.From}.",
        "Go back with --rollback if that is meant.",
        kept.Place);
}
