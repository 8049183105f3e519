using System.Net;
using System.Text.Json;
using GitOpsTasks.Images;

namespace GitOpsTasks.Registry;

/// <summary>
/// Lists the tags of a repository, page by page. The registry names the next page in a Link header; where that is of
/// another origin, it is asked for without credentials.
/// </summary>
internal sealed class RegistryTags(RegistryTransport transport, RegistryAddress address, RegistryRetry retry)
{
    private const int PageSize = 1000;
    private const int MostPages = 10_000;
    private readonly Uri _first = address.Endpoint($"tags/list?n={PageSize}");

    /// <inheritdoc cref="IRegistry.ListTagsAsync" />
    public async Task<IReadOnlyList<string>?> ListAsync(Action<int>? onProgress, CancellationToken cancellationToken)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<Uri>();
        for (var next = _first; next is not null;)
        {
            if (!asked.Add(next) || asked.Count > MostPages)
                throw RegistryAnswer.Unexpected(address, "lists its tags on pages without end");
            var uri = next;
            var page = await retry.RunAsync(token => ReadAsync(uri, token), cancellationToken);
            if (page is null)
                return null;
            tags.UnionWith(page.Value.Tags);
            onProgress?.Invoke(tags.Count);
            next = page.Value.Next;
        }

        return [.. tags];
    }

    private async Task<(IReadOnlyList<string> Tags, Uri? Next)?> ReadAsync(Uri uri, CancellationToken cancellationToken)
    {
        using var response = await transport.SendAsync(new RegistryRequest(HttpMethod.Get, uri), cancellationToken);
        // Registries with smaller pages may refuse the size instead of giving less.
        if (response.StatusCode == HttpStatusCode.BadRequest && uri == _first)
            return ([], address.Endpoint("tags/list"));
        RegistryAnswer.Require(response, address, "list the tags", HttpStatusCode.OK, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : (TagsIn(await response.Content.ReadAsByteArrayAsync(cancellationToken)), NextPage(uri, response));
    }

    private List<string> TagsIn(byte[] content)
    {
        try
        {
            using var answer = JsonDocument.Parse(content);
            var tags = answer.RootElement.GetProperty("tags");
            return tags.ValueKind == JsonValueKind.Null
                ? []
                : [.. tags.EnumerateArray().Select(tag => tag.GetString() ?? "").Where(ImageGrammar.IsTag)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw RegistryAnswer.Unexpected(address, "gave a list of tags that is not one");
        }
    }

    private Uri? NextPage(Uri uri, HttpResponseMessage response)
    {
        if (!LinkHeader.TryReadNext(response, out var next))
            throw RegistryAnswer.Unexpected(address, "names a next page of tags that has no address");
        return next is null ? null : transport.Follow(uri, next);
    }
}
