using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate;

/// <summary>Kustomizations as they are first written.</summary>
internal static class KustomizationManifest
{
    /// <summary>The base's, over the files beside it.</summary>
    public static YamlMap Base(IEnumerable<string> resources) => Of(new YamlList(resources.Select(name => new YamlText(name))));

    /// <summary>An overlay's: the base, the image with its first version where one is known, and the patches.</summary>
    public static YamlMap Overlay(AppSpec spec, string @base, IReadOnlyList<string> patches)
    {
        var overlay = Of(new YamlList { @base });
        overlay.Add("images", new YamlList { ImageEntry(spec) });
        overlay.Add("patches", patches.Count == 0 ? null : new YamlList(patches.Select(PatchEntry)));
        return overlay;
    }

    private static YamlMap PatchEntry(string file) => new() { { "path", file } };

    private static YamlMap ImageEntry(AppSpec spec) => new()
    {
        { "name", spec.Image.Name },
        { "newTag", spec.Image.Tag is { } tag ? (YamlValue)tag : null },
        { "digest", spec.Image.Digest is { } digest ? (YamlValue)digest : null },
    };

    private static YamlMap Of(YamlList resources) => new()
    {
        { "apiVersion", "kustomize.config.k8s.io/v1beta1" },
        { "kind", "Kustomization" },
        { "resources", resources },
    };
}
