using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Reads history.</summary>
/// <param name="calls">REST.</param>
/// <param name="query">GraphQL.</param>
internal sealed class GitHubLog(GitHubCalls calls, GitHubGraphQl query)
{
    private const string Wanted = "read history";
    private const int PageSize = 100;
    private const int MostPages = 10;
    private const int MostCompared = 3;

    /// <summary>A commit by its id.</summary>
    public async Task<ForgeCommit> CommitAsync(string id, CancellationToken cancellationToken) =>
        (await calls.ReadAsync($"git/commits/{GitHubCalls.Escape(id)}", "read a commit", cancellationToken))
            .Read(json => new ForgeCommit(id, Text(json.GetProperty("tree"), "sha"), GitHubRefs.Parents(json)));

    /// <summary>How a commit stands to another; null where they come from nothing in common.</summary>
    public async Task<ForgeComparison?> CompareAsync(string from, string to, CancellationToken cancellationToken)
    {
        var commits = new List<ForgeLogEntry>();
        ForgeComparison? found = null;
        for (var page = 1; page <= MostCompared; page++)
        {
            var answer = await calls.Api.GetAsync($"compare/{GitHubCalls.Escape(from)}...{GitHubCalls.Escape(to)}?per_page={PageSize}&page={page}", cancellationToken);
            if (answer.Status == HttpStatusCode.NotFound && answer.Problem.Says("No common ancestor"))
                return null;
            found ??= calls.Succeeded(answer, Wanted).Read(json => new ForgeComparison(
                json.GetProperty("ahead_by").GetInt32(), json.GetProperty("behind_by").GetInt32(), EntryOf(json.GetProperty("merge_base_commit")).Commit, commits));
            commits.AddRange(calls.Succeeded(answer, Wanted).Read(json => json.GetProperty("commits").EnumerateArray().Select(EntryOf).ToList()));
            if (!answer.HasNextPage)
                break;
        }

        commits.Reverse();
        return found;
    }

    /// <summary>The history of a commit, the newest first, a page at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ForgeLogEntry>> ReadAsync(string commit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await calls.ReadAsync($"commits?sha={GitHubCalls.Escape(commit)}&per_page={PageSize}&page={page}", Wanted, cancellationToken);
            yield return answer.Read(json => json.EnumerateArray().Select(EntryOf).ToList());
            if (!answer.HasNextPage)
                break;
        }
    }

    /// <summary>The ids of commits that changed something at or below some paths: of several by one query.</summary>
    public async Task<IReadOnlySet<string>> TouchingAsync(string commit, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var left = paths.Distinct().ToList();
        if (left.Count > 1)
            left = [.. left.Except(await query.TouchingAsync(commit, left, found, cancellationToken))];
        foreach (var path in left)
        {
            var answer = await calls.ReadAsync(
                $"commits?sha={GitHubCalls.Escape(commit)}&path={Uri.EscapeDataString(path.Value)}&per_page={PageSize}", Wanted, cancellationToken);
            found.UnionWith(answer.Read(json => json.EnumerateArray().Select(entry => Text(entry, "sha")).ToList()));
        }

        return found;
    }

    /// <summary>The files a commit changed, at most three hundred.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(string commit, CancellationToken cancellationToken) =>
        (await calls.ReadAsync($"commits/{GitHubCalls.Escape(commit)}", Wanted, cancellationToken))
            .Read(json => json.GetProperty("files").EnumerateArray().Select(file => Text(file, "filename")).ToList());

    private static ForgeLogEntry EntryOf(JsonElement json)
    {
        var commit = json.GetProperty("commit");
        var author = commit.GetProperty("author");
        return new ForgeLogEntry(
            new ForgeCommit(Text(json, "sha"), Text(commit.GetProperty("tree"), "sha"), GitHubRefs.Parents(json)),
            new CommitIdentity(Text(author, "name"), Text(author, "email")),
            commit.GetProperty("committer").GetProperty("date").GetDateTimeOffset(),
            Text(commit, "message"));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");
}
