using System.Text;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

/// <summary>Content to push.</summary>
internal static class TestImages
{
    public static OciBlob Blob(string text) => OciBlob.FromBytes("application/octet-stream", Encoding.UTF8.GetBytes(text));

    /// <summary>A manifest with one blob as its configuration and no layers.</summary>
    public static OciManifest Manifest(OciBlob config) => OciManifest.FromBytes(
        OciMediaTypes.Manifest,
        Encoding.UTF8.GetBytes(
            $$"""{"schemaVersion":2,"mediaType":"{{OciMediaTypes.Manifest}}","config":{"mediaType":"application/octet-stream","digest":"{{config.Descriptor.Digest}}","size":{{config.Descriptor.Size}}},"layers":[]}"""));

    /// <summary>Pushes an image of one blob.</summary>
    /// <returns>Whether the tag was moved.</returns>
    public static async Task<bool> PushAsync(IRegistry registry, OciBlob config, string tag)
    {
        await registry.PushBlobAsync(config, TestContext.Current.CancellationToken);
        return await registry.PushManifestAsync(Manifest(config), tag, TestContext.Current.CancellationToken);
    }
}
