using GitOpsTasks.Images;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Layout;

/// <summary>Kustomizations as they are first written.</summary>
internal static class KustomizationManifest
{
    /// <summary>The base's, over the files beside it.</summary>
    public static YamlMap Base(IEnumerable<string> resources) => Of(resources);

    /// <summary>An overlay's: the base, the images with their first versions where they are known, and the patches.</summary>
    public static YamlMap Overlay(OverlayFiles overlay)
    {
        var kustomization = Of(overlay.ResourceNames, overlay.App.Spec.Namespace);
        kustomization.Add("configurations", overlay.Configuration is { } file ? new YamlList { file.Path.Name } : null);
        kustomization.Add("configMapGenerator", overlay.Generators.Count == 0 ? null : new YamlList(overlay.Generators));
        kustomization.Add("images", new YamlList(overlay.Images.Select(one => ImageEntry(one.Name, one.First))));
        kustomization.Add("patches", overlay.Patches.Count == 0 ? null : new YamlList(overlay.PatchNames.Select(PatchEntry)));
        return kustomization;
    }

    /// <summary>The item of <c>patches</c> that applies a file.</summary>
    public static YamlMap PatchEntry(string file) => new() { { "path", file } };

    private static YamlMap ImageEntry(string name, ImageReference first) => new()
    {
        { "name", name },
        { "newName", first.Name == name ? null : new YamlText(first.Name) },
        { "newTag", first.Tag is { } tag ? new YamlText(tag) : null },
        { "digest", first.Digest is { } digest ? new YamlText(digest) : null },
    };

    private static YamlMap Of(IEnumerable<string> resources, string? space = null) => new()
    {
        { "apiVersion", "kustomize.config.k8s.io/v1beta1" },
        { "kind", "Kustomization" },
        { "namespace", space is null ? null : new YamlText(space) },
        { "resources", new YamlList(resources.Select(name => new YamlText(name))) },
    };
}
