using System.Globalization;
using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Many objects by one query, each by an alias of <c>object(expression:)</c>. What it cannot answer - no token, no such API, a
/// limit of its own, a query too heavy - is read by REST instead.
/// </summary>
/// <param name="api">Sends it.</param>
internal sealed class GitHubGraphQl(GitHubApi api)
{
    private const int Fewest = 50;
    private const int MostPaths = 100;

    private int _most = 500;

    private bool _isTooHeavy;

    /// <summary>Whether it has answered always.</summary>
    public bool IsThere { get; private set; } = api.IsAuthenticated;

    /// <summary>Asks for objects, some hundreds by one query, and fewer where that is too heavy for the server.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="fields">What is wanted of each, as fields of <c>GitObject</c>.</param>
    /// <param name="read">Reads one that is there; null leaves it out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>By id what was read; nothing where it did not answer.</returns>
    public async Task<IReadOnlyDictionary<string, T>> ObjectsAsync<T>(
        IReadOnlyList<string> ids, string fields, Func<string, JsonElement, T?> read, CancellationToken cancellationToken)
        where T : struct
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var done = 0; done < ids.Count && IsThere;)
        {
            var batch = ids.Skip(done).Take(_most).ToList();
            await AskAsync(ObjectsQuery(batch, fields), repository => ReadObjects(batch, repository, read, found), cancellationToken);
            if (IsThere)
                done += batch.Count;
            else if (_isTooHeavy && batch.Count > Fewest)
                (_most, IsThere) = (Fewest, true);
        }

        return found;
    }

    private GitHubQuery ObjectsQuery(List<string> ids, string fields)
    {
        var query = new GitHubQuery(api.Repository, ids);
        for (var i = 0; i < ids.Count; i++)
            query.Text.Append(CultureInfo.InvariantCulture, $"o{i}:object(expression:$e{i}){{...wanted}} ");
        query.Text.Append("}} fragment wanted on GitObject{oid ").Append(fields).Append('}');
        return query;
    }

    private static void ReadObjects<T>(List<string> ids, JsonElement repository, Func<string, JsonElement, T?> read, Dictionary<string, T> found)
        where T : struct
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (Member(repository, $"o{i}") is { } entry && entry.GetProperty("oid").GetString() == ids[i] && read(ids[i], entry) is { } value)
                found[ids[i]] = value;
        }
    }

    /// <summary>Asks for the newest commits that changed something at or below some paths.</summary>
    /// <param name="commit">Whose history is looked through.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="found">Gets the ids of the commits.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The paths that were answered.</returns>
    public async Task<IReadOnlyCollection<TreePath>> TouchingAsync(
        string commit, IReadOnlyList<TreePath> paths, HashSet<string> found, CancellationToken cancellationToken)
    {
        var answered = new List<TreePath>();
        foreach (var batch in paths.Chunk(MostPaths))
        {
            var query = new GitHubQuery(api.Repository, [commit, .. batch.Select(path => path.Value)]);
            query.Text.Append("o0:object(expression:$e0){...on Commit{");
            for (var i = 1; i <= batch.Length; i++)
                query.Text.Append(CultureInfo.InvariantCulture, $"h{i}:history(first:100,path:$e{i}){{nodes{{oid}}}} ");
            query.Text.Append("}}}}");
            await AskAsync(query, repository =>
            {
                for (var i = 1; i <= batch.Length; i++)
                {
                    if (Member(repository, "o0") is { } entry && Member(entry, $"h{i}") is { } history)
                    {
                        found.UnionWith(history.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("oid").GetString()).OfType<string>());
                        answered.Add(batch[i - 1]);
                    }
                }
            }, cancellationToken);
        }

        return answered;
    }

    private async Task AskAsync(GitHubQuery query, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        if (!IsThere)
            return;
        try
        {
            // Errors come with status 200, and without data or with what there is of it.
            var answer = await api.QueryAsync(query.ToJson(), cancellationToken);
            _isTooHeavy = answer.Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;
            IsThere = answer.Succeeded && answer.Read(json =>
            {
                if (json.ValueKind != JsonValueKind.Object || Member(json, "data") is not { } data || Member(data, "repository") is not { } repository)
                    return false;
                read(repository);
                return true;
            });
        }
        catch (TaskFailedException)
        {
            // Whatever it is, it is REST that finds out and says so.
            (IsThere, _isTooHeavy) = (false, false);
        }
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;
}
