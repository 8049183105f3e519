using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>
/// What a kustomization of others counts as generated from: all of what is wanted but what it names, so that names are added
/// that are missing, and everything else, versions above all, stays as it is.
/// </summary>
internal static class Adoption
{
    /// <summary>The object to compare with.</summary>
    public static YamlMap Of(YamlMap wanted)
    {
        var known = new YamlMap();
        foreach (var (key, value) in wanted)
            known.Add(key, value is YamlList && key != "images" ? null : value);
        return known;
    }
}
