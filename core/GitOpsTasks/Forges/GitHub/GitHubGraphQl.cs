using System.Globalization;
using System.Text;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Many objects by one query, each by an alias of <c>object(expression:)</c>. What it cannot answer - no token, no such API, a
/// limit of its own, a query too heavy - is read by REST instead.
/// </summary>
/// <param name="api">Sends it.</param>
internal sealed class GitHubGraphQl(GitHubApi api)
{
    /// <summary>How many objects one query asks for.</summary>
    public const int Most = 100;

    /// <summary>Whether it has answered always.</summary>
    public bool IsThere { get; private set; } = api.IsAuthenticated;

    /// <summary>Asks for objects.</summary>
    /// <param name="ids">Their ids, at most <see cref="Most"/>.</param>
    /// <param name="fields">What is wanted of each, as fields of <c>GitObject</c>.</param>
    /// <param name="read">Reads one that is there; null leaves it out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>By id what was read; nothing where it did not answer.</returns>
    public async Task<IReadOnlyDictionary<string, T>> ObjectsAsync<T>(
        IReadOnlyList<string> ids, string fields, Func<string, JsonElement, T?> read, CancellationToken cancellationToken)
        where T : struct
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!IsThere)
            return found;
        try
        {
            var answer = await api.QueryAsync(Query(ids, fields), cancellationToken);
            IsThere = answer.Succeeded && answer.Read(json => TryRead(ids, json, read, found));
        }
        catch (TaskFailedException)
        {
            // Whatever it is, it is REST that finds out and says so.
            IsThere = false;
        }

        return found;
    }

    private byte[] Query(IReadOnlyList<string> ids, string fields)
    {
        var query = new StringBuilder("query($owner:String!,$name:String!");
        for (var i = 0; i < ids.Count; i++)
            query.Append(CultureInfo.InvariantCulture, $",$e{i}:String!");
        query.Append("){repository(owner:$owner,name:$name){");
        for (var i = 0; i < ids.Count; i++)
            query.Append(CultureInfo.InvariantCulture, $"o{i}:object(expression:$e{i}){{...wanted}} ");
        query.Append("}} fragment wanted on GitObject{oid ").Append(fields).Append('}');
        return GitHubBody.Of(json =>
        {
            json.WriteString("query", query.ToString());
            json.WriteStartObject("variables");
            json.WriteString("owner", api.Repository.Owner);
            json.WriteString("name", api.Repository.Name);
            for (var i = 0; i < ids.Count; i++)
                json.WriteString(string.Create(CultureInfo.InvariantCulture, $"e{i}"), ids[i]);
            json.WriteEndObject();
        });
    }

    // Errors come with status 200, and without data or with what there is of it.
    private static bool TryRead<T>(IReadOnlyList<string> ids, JsonElement json, Func<string, JsonElement, T?> read, Dictionary<string, T> found)
        where T : struct
    {
        if (!json.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("repository", out var repository) || repository.ValueKind != JsonValueKind.Object)
            return false;
        for (var i = 0; i < ids.Count; i++)
        {
            if (repository.TryGetProperty(string.Create(CultureInfo.InvariantCulture, $"o{i}"), out var entry) && entry.ValueKind == JsonValueKind.Object
                && entry.GetProperty("oid").GetString() == ids[i] && read(ids[i], entry) is { } value)
                found[ids[i]] = value;
        }

        return true;
    }
}
