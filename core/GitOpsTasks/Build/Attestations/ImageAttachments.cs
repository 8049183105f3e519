using System.Text.Json.Nodes;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Attestations;

/// <summary>What goes beside an image that was built from layers: an SBOM for each platform, a provenance statement.</summary>
internal static class ImageAttachments
{
    /// <summary>Makes what the image's description asks for.</summary>
    public static async Task<IReadOnlyList<Attachment>> OfAsync(
        EngineContext context, ImagePlan plan, BuiltImage image, BaseImage? below, CancellationToken cancellationToken)
    {
        var all = new List<Attachment>();
        foreach (var platform in plan.Spec.Sbom == true ? image.Platforms : [])
        {
            var document = await SpdxDocument.OfAsync(plan, platform, below, cancellationToken);
            all.Add(Of(platform.Manifest.Descriptor.Digest, SpdxDocument.MediaType, "sbom.spdx.json", document));
        }

        if (plan.Spec.Provenance == true)
        {
            var statement = ProvenanceStatement.Of(context, plan, image, below);
            all.Add(Of(image.Root.Descriptor.Digest, ProvenanceStatement.MediaType, "provenance.intoto.json", statement));
        }

        return all;
    }

    private static Attachment Of(string subject, string type, string name, JsonObject document)
    {
        var blob = OciBlob.FromBytes(type, DescriptorJson.Bytes(document));
        var titles = new Dictionary<string, string> { [OciArtifact.Title] = name };
        return new Attachment(subject, new OciArtifact(type, [blob with { Descriptor = blob.Descriptor with { Annotations = titles } }]));
    }
}
