using System.Net;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>The last answers to requests that read what can change, each with the entity tag it is asked for again by.</summary>
internal sealed class GitHubKnownAnswers
{
    private const int Most = 100;
    private const int LongestBody = 1 << 18;

    private readonly Dictionary<string, GitHubAnswer> _answers = new(StringComparer.Ordinal);

    /// <summary>The entity tag of what is known of a path; null where nothing is.</summary>
    public string? TagOf(string path) => _answers.GetValueOrDefault(path)?.Tag;

    /// <summary>What an answer comes to: itself, or what is known where it says that this still holds.</summary>
    public GitHubAnswer Settle(string path, GitHubAnswer answer)
    {
        if (answer.Status == HttpStatusCode.NotModified && _answers.TryGetValue(path, out var known))
            return known;
        _answers.Remove(path);
        if (answer is { Succeeded: true, Tag: not null } && answer.Body.Length <= LongestBody && _answers.Count < Most)
            _answers[path] = answer;
        return answer;
    }
}
