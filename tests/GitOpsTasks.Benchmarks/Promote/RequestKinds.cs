using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Promote;

/// <summary>The requests of one run by kind.</summary>
internal sealed class RequestKinds
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public RequestKinds(IReadOnlyList<GitHubFakeRequest> requests)
    {
        foreach (var request in requests)
            _counts[KindOf(request)] = _counts.GetValueOrDefault(KindOf(request)) + 1;
        All = requests.Count;
        DistinctTrees = requests.Where(request => KindOf(request) == Trees).Select(request => request.Path.Split('?')[0]).Distinct(StringComparer.Ordinal).Count();
        Writes = requests.Count(request => request.IsMutation);
    }

    private const string Trees = "REST reads of trees";

    /// <summary>How many there are.</summary>
    public int All { get; }

    /// <summary>How many folders were read by a request of their own.</summary>
    public int DistinctTrees { get; }

    /// <summary>How many could change something.</summary>
    public int Writes { get; }

    /// <summary>All but one for each folder that was read.</summary>
    public int BesidesTrees => All - DistinctTrees;

    public override string ToString() => string.Join(", ", _counts.Select(count => $"{count.Value} {count.Key}"));

    private static string KindOf(GitHubFakeRequest request) => (request.Method, request.Path) switch
    {
        (_, "/graphql") => request.IsMutation ? "GraphQL mutations" : "GraphQL queries",
        (_, var path) when path.Contains(".git/", StringComparison.Ordinal) => "of git's protocol",
        ("GET", var path) when path.Contains("/git/trees/", StringComparison.Ordinal) => Trees,
        ("GET", var path) when path.Contains("/git/blobs/", StringComparison.Ordinal) => "REST reads of blobs",
        ("GET", _) => "other REST reads",
        _ => "REST writes",
    };
}
