using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema.Data;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Sources;

/// <summary>Finds the schema of a kind: in the repository, then at the locations given, which stand in for the bundled ones.</summary>
internal sealed class SchemaSources(RepositoryDefinitions definitions, SchemaOptions options, SchemaFetcher fetcher)
{
    /// <summary>The schemas of some kinds; those without are missing from the answer.</summary>
    /// <exception cref="TaskFailedException">GOT2221: a location cannot be read.</exception>
    public async ValueTask<IReadOnlyDictionary<KindName, KindSchema>> FindAsync(
        IReadOnlyCollection<KindName> kinds, CancellationToken cancellationToken)
    {
        var searches = kinds.Select(async kind => (kind, schema: await FindAsync(kind, cancellationToken))).ToList();
        var found = new Dictionary<KindName, KindSchema>();
        foreach (var (kind, schema) in await Task.WhenAll(searches))
        {
            if (schema is not null)
                found.Add(kind, schema);
        }

        return found;
    }

    private async Task<KindSchema?> FindAsync(KindName kind, CancellationToken cancellationToken)
    {
        if (definitions.Find(kind) is { } own)
            return own;
        if (options.Locations.Count == 0)
            return BundledSchemas.Instance.Find(kind);
        foreach (var location in options.Locations)
        {
            var found = location.IsBundled ? BundledSchemas.Instance.Find(kind) : await ReadAsync(location, kind, cancellationToken);
            if (found is not null)
                return found;
        }

        return null;
    }

    private async Task<KindSchema?> ReadAsync(SchemaLocation location, KindName kind, CancellationToken cancellationToken)
    {
        var address = location.For(kind, Version());
        try
        {
            var content = await fetcher.ReadAsync(address, cancellationToken);
            if (content is null)
                return null;
            var file = YamlFile.Parse(content, address);
            return file is { IsValid: true, Documents: [{ IsMapping: true } schema] }
                ? WrittenSchemas.Read(schema, SchemaDialect.JsonSchema, address)
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or UriFormatException)
        {
            throw TaskFailedException.External(
                SchemaCodes.SchemaUnreadable, $"The schema {address} cannot be read: {e.Message}", "Check the schema location, or leave it out to use the bundled schemas.", e);
        }
    }

    // Schemas are published by full versions; without one, those of the newest.
    private string Version() => options.KubernetesVersion switch
    {
        null => "master",
        var version when version.Count(c => c == '.') == 1 => version + ".0",
        var version => version,
    };
}
