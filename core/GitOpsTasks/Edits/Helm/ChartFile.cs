using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Helm;

/// <summary>The <c>appVersion</c> of a chart, which names the version of what it deploys.</summary>
public static class ChartFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "Chart.yaml";

    /// <summary>Takes the chart to the tag of one of the images: of the one that has the chart's name where there are several tags.</summary>
    /// <param name="file">The chart's file.</param>
    /// <param name="updates">The images of the chart that are updated.</param>
    /// <param name="rules">What the edit may do.</param>
    /// <exception cref="TaskFailedException">GOT2004: the file cannot be edited safely.</exception>
    public static ImageFileEdit Edit(TreeFile file, IReadOnlyList<ImageUpdate> updates, ImageEditRules rules)
    {
        var yaml = YamlFile.Parse(file.Content, file.Path.Value);
        if (!yaml.IsValid || yaml.Documents is not [{ IsMapping: true } chart])
            return new ImageFileEdit(null, [], [], []);
        var tagged = updates.Where(update => update.Tag is not null).ToList();
        var named = tagged.Where(update => new ImageReference(update.Name).ShortName == chart.Text("name")).ToList();
        var tags = (named.Count > 0 ? named : tagged).Select(update => update.Tag!).Distinct(StringComparer.Ordinal).ToList();
        if (tags.Count != 1)
            return new ImageFileEdit(null, [], [], tags.Count == 0 ? [] : [Ambiguous(chart, tags)]);
        if (NewerIn(chart, tags[0], rules) is { } newer)
            return new ImageFileEdit(null, [], [], [NewerSites.NoteOf(newer)]) { Superseded = [newer] };
        var editor = new YamlEditor(yaml);
        var change = new MappingFields(chart, "").Set(editor, chart.Text("name") ?? Name, "appVersion", tags[0], "version");
        return new ImageFileEdit(change is null ? null : new FileChange(file.Path, editor.Apply(), file.Kind), change is null ? [] : [change], [], []);
    }

    private static FieldChange? NewerIn(YamlNode chart, string tag, ImageEditRules rules) =>
        !rules.AllowDowngrade && chart["appVersion"]?.Resolved is { IsScalar: true } current && rules.Order.IsNewer(current.Value, than: tag)
            ? new FieldChange(current.Place, "appVersion", chart.Text("name") ?? Name, current.Value, tag)
            : null;

    private static Diagnostic Ambiguous(YamlNode chart, List<string> tags) => Diagnostic.Warning(
        EditCodes.AppVersionAmbiguous,
        $"The chart's appVersion was left alone: its images get the tags {string.Join(", ", tags)}, and none has the chart's name.",
        "Set the appVersion by hand, or bump the images one at a time.",
        chart.Place);
}
