using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using GitOpsTasks.Build.Layers;

namespace GitOpsTasks.Build.Attestations;

/// <summary>What is in the layers that were built: files, and the packages that <c>*.deps.json</c> files among them name.</summary>
/// <param name="Files">The files, in the order of their paths.</param>
/// <param name="Packages">The packages, in the order of their names and versions.</param>
internal sealed record SbomContent(IReadOnlyList<SbomFile> Files, IReadOnlyList<SbomPackage> Packages)
{
    private const string Dependencies = ".deps.json";
    private const string Sha512Prefix = "sha512-";

    /// <summary>Reads it. Of a file that several layers have, the uppermost counts.</summary>
    public static async Task<SbomContent> OfAsync(IEnumerable<BuiltLayer> layers, CancellationToken cancellationToken)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in layers.SelectMany(layer => layer.Plan.Entries))
        {
            if (entry.Source is { } source)
                sources[entry.Path] = source;
            else
                sources.Remove(entry.Path);
        }

        var files = new ConcurrentBag<SbomFile>();
        await Parallel.ForEachAsync(sources, cancellationToken, async (source, token) => files.Add(await HashAsync(source.Key, source.Value, token)));
        var packages = new HashSet<SbomPackage>();
        foreach (var (_, source) in sources.Where(source => source.Key.EndsWith(Dependencies, StringComparison.Ordinal)))
            packages.UnionWith(PackagesIn(await File.ReadAllBytesAsync(source, cancellationToken)));
        return new SbomContent(
            [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. packages.OrderBy(package => package.Url, StringComparer.Ordinal).ThenBy(package => package.Sha512, StringComparer.Ordinal)]);
    }

#pragma warning disable CA5350 // SPDX 2.3 demands SHA-1 of every file; SHA-256 stands beside it.
    private static async Task<SbomFile> HashAsync(string path, string source, CancellationToken cancellationToken)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        await using var file = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        while (await file.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            sha1.AppendData(buffer, 0, read);
            sha256.AppendData(buffer, 0, read);
        }

        return new SbomFile('/' + path, Convert.ToHexStringLower(sha1.GetHashAndReset()), Convert.ToHexStringLower(sha256.GetHashAndReset()));
    }
#pragma warning restore CA5350

    // A file of that name that is something else tells of no packages.
    private static List<SbomPackage> PackagesIn(byte[] content)
    {
        var packages = new List<SbomPackage>();
        try
        {
            using var document = JsonDocument.Parse(content);
            foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
            {
                if (library.Value.GetProperty("type").ValueEquals("package") && library.Name.Split('/') is [var name, var version])
                    packages.Add(new SbomPackage(name, version, HashOf(library.Value)));
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            packages.Clear();
        }

        return packages;
    }

    private static string? HashOf(JsonElement library)
    {
        var hash = new byte[SHA512.HashSizeInBytes];
        return library.TryGetProperty("sha512", out var value) && value.GetString() is { } text
            && text.StartsWith(Sha512Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Sha512Prefix.Length..], hash, out var length) && length == hash.Length
            ? Convert.ToHexStringLower(hash)
            : null;
    }
}
