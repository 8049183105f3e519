using System.Text.Json.Nodes;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>The manifests of an image and the index over them, always the same bytes for the same image.</summary>
/// <param name="annotations">All annotations, each for its level.</param>
internal sealed class ImageManifests(IReadOnlyList<ImageAnnotation> annotations)
{
    /// <summary>The manifest of one platform.</summary>
    public OciManifest ManifestOf(OciPlatform platform, OciDescriptor config, IEnumerable<OciDescriptor> layers)
    {
        var json = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = OciMediaTypes.Manifest,
            ["config"] = DescriptorJson.Write(config),
            ["layers"] = new JsonArray([.. layers.Select(DescriptorJson.Write)]),
        };
        var manifest = Manifest(OciMediaTypes.Manifest, json, "manifest");
        return manifest with
        {
            Descriptor = manifest.Descriptor with { Platform = platform, Annotations = At("manifest-descriptor") },
        };
    }

    /// <summary>The index over the manifests of several platforms.</summary>
    public OciManifest IndexOf(IEnumerable<OciManifest> manifests)
    {
        var json = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = OciMediaTypes.Index,
            ["manifests"] = new JsonArray([.. manifests.Select(manifest => DescriptorJson.Write(manifest.Descriptor))]),
        };
        var index = Manifest(OciMediaTypes.Index, json, "index");
        return index with { Descriptor = index.Descriptor with { Annotations = At("index-descriptor") } };
    }

    private OciManifest Manifest(string mediaType, JsonObject json, string level)
    {
        if (At(level) is { Count: > 0 } own)
            json["annotations"] = DescriptorJson.WriteAnnotations(own);
        return OciManifest.FromBytes(mediaType, DescriptorJson.Bytes(json));
    }

    private Dictionary<string, string> At(string level)
    {
        var found = new Dictionary<string, string>();
        foreach (var annotation in annotations.Where(annotation => annotation.Level == level))
            found[annotation.Key] = annotation.Value;
        return found;
    }
}
