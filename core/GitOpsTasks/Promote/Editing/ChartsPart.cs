using GitOpsTasks.Contracts;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Promote.Editing;

/// <summary>Takes versions of charts along.</summary>
internal static class ChartsPart
{
    /// <summary>Applies it.</summary>
    /// <exception cref="TaskFailedException">GOT7104: the source says two versions of one chart.</exception>
    public static void Apply(AppEdit edit)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var site in edit.Source.YamlIn(edit.App.Source).SelectMany(file => ChartSite.In(Parse(file))))
        {
            if (!versions.TryAdd(site.Chart, site.Version.Value) && versions[site.Chart] != site.Version.Value)
            {
                throw TaskFailedException.Findings(
                    PromoteCodes.SourceAmbiguous, $"'{edit.App.Source}' says two versions of the chart '{site.Chart}'.", "Let all places say the same version.", site.Version.Place);
            }
        }

        foreach (var file in edit.Target.YamlIn(edit.App.Target))
            Apply(edit, file, versions);
    }

    private static void Apply(AppEdit edit, TreeFile file, Dictionary<string, string> versions)
    {
        var yaml = Parse(file);
        var editor = new YamlEditor(yaml);
        foreach (var site in ChartSite.In(yaml))
        {
            if (!versions.TryGetValue(site.Chart, out var wanted) || wanted == site.Version.Value)
                continue;
            var change = new FieldChange(site.Version.Place, "version", site.Chart, site.Version.Value, wanted);
            if (!edit.AllowsOlder && TagOrder.Natural.IsNewer(site.Version.Value, than: wanted))
            {
                edit.Superseded.Add(change);
                continue;
            }

            editor.Replace(site.Version, wanted);
            edit.Fields.Add(change);
            edit.Values.Add(new PromotedImage($"chart {site.Chart}", site.Version.Value, wanted));
        }

        if (!editor.IsEmpty)
            edit.Target.Set(file.Path, file with { Content = editor.Apply() });
    }

    private static YamlFile Parse(TreeFile file) => YamlFile.Parse(file.Content, file.Path.Value);
}
