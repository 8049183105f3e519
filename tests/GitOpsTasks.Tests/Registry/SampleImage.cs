using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Registry;

/// <summary>An image of two platforms, with an SBOM attached and a signature in cosign's place.</summary>
internal static class SampleImage
{
    public const string SbomType = "application/spdx+json";

    /// <summary>Pushes it.</summary>
    public static async Task<OciDescriptor> PushAsync(IRegistry registry, string tag)
    {
        var token = TestContext.Current.CancellationToken;
        var shared = TestImages.Blob("a layer of both platforms");
        var platforms = new List<OciDescriptor>();
        foreach (var architecture in new[] { "amd64", "arm64" })
        {
            var config = OciBlob.FromBytes(OciMediaTypes.Config, Encoding.UTF8.GetBytes($$"""{"os":"linux","architecture":"{{architecture}}","rootfs":{"type":"layers","diff_ids":[]} }"""));
            var own = TestImages.Blob($"a layer of {architecture}");
            await new BlobTransfer(registry, SilentProgress.Instance).RunAsync([config, shared, own], token);
            var manifest = new OciArtifact(null, [shared, own]) { Config = config }.ToManifest();
            await registry.PushManifestAsync(manifest, manifest.Descriptor.Digest, token);
            platforms.Add(manifest.Descriptor with { Platform = new OciPlatform("linux", architecture) });
        }

        var index = IndexOf(platforms);
        await registry.PushManifestAsync(index, tag, token);
        await new OciArtifact(SbomType, [TestImages.Blob("""{"spdxVersion":"SPDX-2.3"}""")])
            .AttachAsync(registry, tag, SilentProgress.Instance, token);
        await TestImages.PushAsync(registry, TestImages.Blob("signature"), SignatureTag(index.Descriptor));
        return index.Descriptor;
    }

    public static string SignatureTag(OciDescriptor image) => image.Digest.Replace(':', '-') + ".sig";

    /// <summary>Holds what is in a repository against what was pushed.</summary>
    public static async Task ShouldBeInAsync(IRegistry registry, OciDescriptor image, string tag)
    {
        var token = TestContext.Current.CancellationToken;
        (await registry.ResolveAsync(tag, token))!.Digest.ShouldBe(image.Digest);
        var index = ManifestParts.Of((await registry.GetManifestAsync(tag, token))!);
        index.Children.Select(child => child.Platform!.ToString()).ShouldBe(["linux/amd64", "linux/arm64"]);
        foreach (var child in index.Children)
        {
            foreach (var blob in ManifestParts.Of((await registry.GetManifestAsync(child.Digest, token))!).Blobs)
            {
                await using var content = registry.OpenBlob(blob);
                (await OciDigest.OfAsync(content, token)).ShouldBe(blob.Digest);
            }
        }

        (await registry.ListReferrersAsync(image.Digest, token)).ShouldHaveSingleItem().ArtifactType.ShouldBe(SbomType);
        (await registry.ResolveAsync(SignatureTag(image), token)).ShouldNotBeNull();
    }

    private static OciManifest IndexOf(IEnumerable<OciDescriptor> platforms)
    {
        var entries = platforms.Select(platform =>
            $$$"""{"mediaType":"{{{platform.MediaType}}}","digest":"{{{platform.Digest}}}","size":{{{platform.Size}}},"platform":{"architecture":"{{{platform.Platform!.Architecture}}}","os":"linux"} }""");
        return OciManifest.FromBytes(
            OciMediaTypes.Index,
            Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"mediaType":"{{OciMediaTypes.Index}}","manifests":[{{string.Join(',', entries)}}]}"""));
    }
}
