using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Lists of the API, page by page.</summary>
internal sealed class GitHubLists(GitHubApi api)
{
    private const int PageSize = 100;
    private const int MostPages = 100;

    /// <summary>Pull requests; no page is asked for before it is needed.</summary>
    public IAsyncEnumerable<GitHubPull> PullsAsync(string query, CancellationToken cancellationToken) =>
        ReadAsync(query, GitHubJson.Default.IReadOnlyListGitHubPull, "look for pull requests", cancellationToken);

    /// <summary>The items of a list.</summary>
    /// <param name="query">Below the repository.</param>
    /// <param name="type">How a page is read.</param>
    /// <param name="wanted">What a refusal says was wanted.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        string query, JsonTypeInfo<IReadOnlyList<T>> type, string wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await api.GetAsync(PageOf(query, page), cancellationToken);
            if (!answer.Succeeded)
                throw GitHubFailure.From(answer, api.Repository, wanted);
            foreach (var item in answer.Read(type))
                yield return item;
            if (!answer.HasNextPage)
                yield break;
        }
    }

    /// <summary>Looks before it writes, at every attempt: a comment whose reply was lost is there and not written again.</summary>
    public async Task<GitHubAnswer> CommentOnceAsync(int number, string text, CancellationToken cancellationToken)
    {
        var path = $"issues/{number}/comments";
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await api.SendOnceAsync(HttpMethod.Get, PageOf(path, page), null, cancellationToken);
            if (!answer.Succeeded || answer.Read(GitHubJson.Default.IReadOnlyListGitHubComment).Any(c => c.Body == text))
                return answer;
            if (!answer.HasNextPage)
                break;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new GitHubComment(text), GitHubJson.Default.GitHubComment);
        return await api.SendOnceAsync(HttpMethod.Post, path, body, cancellationToken);
    }

    private static string PageOf(string path, int page) => $"{path}{(path.Contains('?') ? '&' : '?')}per_page={PageSize}&page={page}";
}
