using System.Net;
using System.Text.Json.Nodes;

namespace GitOpsTasks.Registry;

/// <summary>
/// The manifests that refer to others. Registries without the referrers API are served as the distribution specification
/// says: an index under a tag made of the subject's digest, which the clients keep up to date themselves.
/// </summary>
internal sealed class RegistryReferrers(
    RegistryTransport transport, RegistryAddress address, RegistryManifests manifests, RegistryRetry retry)
{
    private const int MostPages = 1000;
    private const int MostRaces = 10;

    /// <summary>The tag that stands in for the referrers API.</summary>
    public static string StandIn(string digest) => digest.Replace(':', '-');

    /// <inheritdoc cref="IRegistry.ListReferrersAsync" />
    public async Task<IReadOnlyList<OciDescriptor>> ListAsync(string digest, CancellationToken cancellationToken) =>
        await AskAsync(digest, cancellationToken) ?? await ReadStandInAsync(digest, cancellationToken);

    /// <summary>Lists a manifest under its subject where the registry does not do so itself.</summary>
    public async Task EnsureAsync(string subject, OciManifest manifest, CancellationToken cancellationToken)
    {
        if (await AskAsync(subject, cancellationToken) is not null)
            return;
        // A registry cannot be told to replace a tag only if it did not move meanwhile: looking again finds a lost entry.
        for (var race = 0; race < MostRaces; race++)
        {
            var found = await retry.RunAsync(token => manifests.ReadAsync(StandIn(subject), token), cancellationToken);
            var listed = found is null ? [] : ManifestParts.Of(found).Children;
            if (listed.Any(entry => entry.Digest == manifest.Descriptor.Digest))
                return;
            var index = IndexOf([.. listed, EntryOf(manifest)]);
            await retry.RunAsync(token => manifests.PutAsync(index, StandIn(subject), token), cancellationToken);
        }

        throw RegistryAnswer.Unexpected(address, $"does not keep what is stored under '{StandIn(subject)}'");
    }

    // Null where the registry has no such API.
    private async Task<List<OciDescriptor>?> AskAsync(string digest, CancellationToken cancellationToken)
    {
        var all = new List<OciDescriptor>();
        var uri = address.Endpoint($"referrers/{digest}");
        for (var page = 0; page < MostPages; page++)
        {
            var asked = uri;
            var answer = await retry.RunAsync(token => ReadPageAsync(asked, token), cancellationToken);
            if (answer is not { } read)
                return page == 0 ? null : throw RegistryAnswer.Unexpected(address, "lost a page of its list of referrers");
            all.AddRange(read.Entries);
            if (read.Next is not { } next)
                return [.. all.DistinctBy(entry => entry.Digest)];
            uri = next;
        }

        throw RegistryAnswer.Unexpected(address, "lists referrers on pages without end");
    }

    private async Task<(IReadOnlyList<OciDescriptor> Entries, Uri? Next)?> ReadPageAsync(Uri uri, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(
            new RegistryRequest(HttpMethod.Get, uri) { AcceptsManifests = true }, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest
            or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            return null;
        RegistryAnswer.Require(response, address, "list referrers", HttpStatusCode.OK);
        // A server that answers everything with a page for people has no such API either.
        if (response.Content.Headers.ContentType?.MediaType is not OciMediaTypes.Index)
            return null;
        var index = OciManifest.FromBytes(OciMediaTypes.Index, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if (!LinkHeader.TryReadNext(response, out var next))
            throw RegistryAnswer.Unexpected(address, "names a next page of referrers that has no address");
        return (ManifestParts.Of(index).Children, next is null ? null : transport.Follow(uri, next));
    }

    private async Task<IReadOnlyList<OciDescriptor>> ReadStandInAsync(string digest, CancellationToken cancellationToken)
    {
        var found = await retry.RunAsync(token => manifests.ReadAsync(StandIn(digest), token), cancellationToken);
        return found is null ? [] : ManifestParts.Of(found).Children;
    }

    private static OciDescriptor EntryOf(OciManifest manifest)
    {
        var parts = ManifestParts.Of(manifest);
        return manifest.Descriptor with { ArtifactType = parts.ArtifactType, Annotations = parts.Annotations };
    }

    private static OciManifest IndexOf(IEnumerable<OciDescriptor> entries) => OciManifest.FromBytes(
        OciMediaTypes.Index,
        DescriptorJson.Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = OciMediaTypes.Index,
            ["manifests"] = new JsonArray([.. entries.Select(DescriptorJson.Write)]),
        }));
}
