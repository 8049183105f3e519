using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Reads folders.</summary>
/// <param name="calls">REST.</param>
/// <param name="query">GraphQL.</param>
internal sealed class GitHubTrees(GitHubCalls calls, GitHubGraphQl query)
{
    private const string Wanted = "read a folder";
    private const string Fields = "...on Tree{entries{name mode oid}}";

    /// <summary>Folders by the ids of their trees: several by one query, one by REST.</summary>
    public async Task<IReadOnlyDictionary<string, ForgeFolder>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ForgeFolder>(StringComparer.Ordinal);
        if (ids.Count > 1)
        {
            foreach (var (id, folder) in await query.ObjectsAsync([.. ids], Fields, (_, json) => FromQuery(json), cancellationToken))
                found[id] = folder.Folder;
        }

        foreach (var id in ids.Where(id => !found.ContainsKey(id)))
            found[id] = await ReadOneAsync(id, cancellationToken);
        return found;
    }

    /// <summary>A folder and all below it; null where GitHub cuts the answer off, after 100,000 entries or 7 MB.</summary>
    public async Task<IReadOnlyDictionary<string, ForgeFolder>?> ReadBelowAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.ReadAsync($"git/trees/{GitHubCalls.Escape(id)}?recursive=1", Wanted, cancellationToken);
        return answer.Read(json => json.GetProperty("truncated").GetBoolean() ? null : Folders(id, json));
    }

    private async Task<ForgeFolder> ReadOneAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.ReadAsync($"git/trees/{GitHubCalls.Escape(id)}", Wanted, cancellationToken);
        return answer.Read(json => json.GetProperty("truncated").GetBoolean() ? null : Folders(id, json)[id])
            ?? throw TaskFailedException.External(
                RepositoryCodes.FolderTooLarge,
                $"A folder of {calls.Api.Repository} holds more than the API lists.",
                "Leave --via out to use git, or divide the folder.");
    }

    // Entries come with their paths from the folder that was asked for; a folder comes before what is in it.
    private static Dictionary<string, ForgeFolder> Folders(string id, JsonElement json)
    {
        var entries = new Dictionary<string, List<ForgeEntry>>(StringComparer.Ordinal) { [""] = [] };
        var ids = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = id };
        foreach (var item in json.GetProperty("tree").EnumerateArray())
        {
            var path = Text(item, "path");
            var slash = path.LastIndexOf('/');
            var entry = new ForgeEntry(
                path[(slash + 1)..], Text(item, "mode"), Text(item, "sha"), item.TryGetProperty("size", out var size) ? size.GetInt64() : null);
            entries[slash < 0 ? "" : path[..slash]].Add(entry);
            if (!entry.IsFolder)
                continue;
            entries[path] = [];
            ids[path] = entry.Id;
        }

        // Folders that hold the same have the same id.
        var folders = new Dictionary<string, ForgeFolder>(StringComparer.Ordinal);
        foreach (var (path, below) in entries)
            folders[ids[path]] = new ForgeFolder(below);
        return folders;
    }

    private static Listing? FromQuery(JsonElement json) =>
        json.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Array
            ? new Listing(new ForgeFolder(entries.EnumerateArray().Select(entry => new ForgeEntry(Text(entry, "name"), ModeOf(entry), Text(entry, "oid")))))
            : null;

    // A number there, and octal digits in REST.
    private static string ModeOf(JsonElement entry) =>
        Convert.ToString(entry.GetProperty("mode").GetInt32(), 8).PadLeft(6, '0');

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private readonly record struct Listing(ForgeFolder Folder);
}
