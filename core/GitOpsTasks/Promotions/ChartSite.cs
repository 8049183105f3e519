using GitOpsTasks.Yaml;

namespace GitOpsTasks.Promotions;

/// <summary>A place that says which version of a chart is deployed.</summary>
/// <param name="Chart">The chart's name.</param>
/// <param name="Version">The scalar with the version.</param>
internal sealed record ChartSite(string Chart, YamlNode Version)
{
    // A kustomization's charts, sources of Argo CD's Applications and ApplicationSets, Flux's HelmReleases, dependencies of a chart.
    private static readonly (YamlPath Path, string Name, string Version)[] s_places =
    [
        (YamlPath.Parse("helmCharts.*"), "name", "version"),
        (YamlPath.Parse("spec.source"), "chart", "targetRevision"),
        (YamlPath.Parse("spec.sources.*"), "chart", "targetRevision"),
        (YamlPath.Parse("spec.template.spec.source"), "chart", "targetRevision"),
        (YamlPath.Parse("spec.template.spec.sources.*"), "chart", "targetRevision"),
        (YamlPath.Parse("spec.chart.spec"), "chart", "version"),
        (YamlPath.Parse("dependencies.*"), "name", "version"),
    ];

    /// <summary>The places of a file.</summary>
    public static IEnumerable<ChartSite> In(YamlFile file)
    {
        foreach (var (path, name, version) in s_places)
        {
            foreach (var node in path.FindAll(file).ToList())
            {
                if (node.Resolved is { IsMapping: true } mapping && mapping.Text(name) is { } chart && mapping[version] is { IsScalar: true, IsNull: false } at)
                    yield return new ChartSite(chart, at);
            }
        }
    }
}
