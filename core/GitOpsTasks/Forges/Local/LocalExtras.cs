using System.Collections.Immutable;

namespace GitOpsTasks.Forges.Local;

/// <summary>Labels and people of a pull request kept in a repository: noted there, as nobody is told.</summary>
internal static class LocalExtras
{
    /// <summary>What a pull request has.</summary>
    public static PullRequestExtras Of(LocalPullRequest content) =>
        new() { Labels = content.Labels, Reviewers = content.Reviewers ?? [], Assignees = content.Assignees ?? [] };

    /// <summary>Whether something wanted is not there.</summary>
    public static bool Lacks(PullRequestExtras has, PullRequestExtras wanted) =>
        wanted.Labels.Except(has.Labels).Any() || wanted.Reviewers.Except(has.Reviewers).Any() || wanted.Assignees.Except(has.Assignees).Any();

    /// <summary>The pull request with more.</summary>
    public static LocalPullRequest Add(LocalPullRequest content, PullRequestExtras extras) => content with
    {
        Labels = Union(content.Labels, extras.Labels),
        Reviewers = Union(content.Reviewers ?? [], extras.Reviewers) is { Length: > 0 } reviewers ? reviewers : null,
        Assignees = Union(content.Assignees ?? [], extras.Assignees) is { Length: > 0 } assignees ? assignees : null,
    };

    /// <summary>All of two lists, each once, ordered.</summary>
    public static ImmutableArray<string> Union(IEnumerable<string> some, IEnumerable<string> others) =>
        [.. some.Union(others).Order(StringComparer.Ordinal)];
}
