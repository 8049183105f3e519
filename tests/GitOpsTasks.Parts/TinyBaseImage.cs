using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace GitOpsTasks.Parts;

/// <summary>An OCI image for linux/amd64 and linux/arm64 with one small file, to build others on: pushed request by request, by no other program.</summary>
public static class TinyBaseImage
{
    private const string Oci = "application/vnd.oci.image.";

    /// <summary>Pushes it.</summary>
    /// <param name="registry">The registry, as <c>HOST:PORT</c>, without TLS.</param>
    /// <param name="repository">The name it gets there.</param>
    /// <param name="tag">Its tag.</param>
    public static async Task PushAsync(string registry, string repository, string tag)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{registry}/v2/{repository}/") };
        var tar = Tar();
        var layer = await BlobAsync(http, Compressed(tar));
        var manifests = new List<string>();
        foreach (var architecture in (string[])["amd64", "arm64"])
        {
            var config = await BlobAsync(http, Encoding.UTF8.GetBytes($$$"""
                { "architecture": "{{{architecture}}}", "os": "linux", "config": {}, "rootfs": { "type": "layers", "diff_ids": ["{{{DigestOf(tar)}}}"] } }
                """));
            var manifest = await ManifestAsync(http, null, "manifest.v1+json", $$"""
                "config": { "mediaType": "{{Oci}}config.v1+json", {{config}} }, "layers": [{ "mediaType": "{{Oci}}layer.v1.tar+gzip", {{layer}} }]
                """);
            manifests.Add($$"""{ "mediaType": "{{Oci}}manifest.v1+json", {{manifest}}, "platform": { "architecture": "{{architecture}}", "os": "linux" } }""");
        }

        await ManifestAsync(http, tag, "index.v1+json", $"\"manifests\":[{string.Join(',', manifests)}]");
    }

    // Both give back digest and size as a descriptor has them.
    private static async Task<string> BlobAsync(HttpClient http, byte[] content)
    {
        using var begun = (await http.PostAsync("blobs/uploads/", null)).EnsureSuccessStatusCode();
        var place = new Uri(http.BaseAddress!, begun.Headers.Location!);
        var digest = Uri.EscapeDataString(DigestOf(content));
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var done = (await http.PutAsync(new Uri($"{place}{(place.Query.Length > 0 ? '&' : '?')}digest={digest}"), body)).EnsureSuccessStatusCode();
        return Descriptor(content);
    }

    private static async Task<string> ManifestAsync(HttpClient http, string? tag, string kind, string members)
    {
        var content = Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 2, "mediaType": "{{Oci}}{{kind}}", {{members}} }""");
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(Oci + kind);
        using var done = (await http.PutAsync($"manifests/{tag ?? DigestOf(content)}", body)).EnsureSuccessStatusCode();
        return Descriptor(content);
    }

    private static string Descriptor(byte[] content) => $"\"digest\":\"{DigestOf(content)}\",\"size\":{content.Length}";

    private static string DigestOf(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static byte[] Tar()
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Ustar, leaveOpen: true))
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "etc/base") { DataStream = new MemoryStream("base\n"u8.ToArray()) });
        return tar.ToArray();
    }

    private static byte[] Compressed(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
