namespace GitOpsTasks.Parts;

/// <summary>A request the server was sent.</summary>
/// <param name="Method">GET, POST, PATCH, PUT or DELETE.</param>
/// <param name="Path">Path and query, for the API without its prefix.</param>
/// <param name="Body">The body of an API request as text; empty for git.</param>
/// <param name="Status">What was answered; 0 where the connection was cut.</param>
public sealed record GitHubFakeRequest(string Method, string Path, string Body, int Status)
{
    /// <summary>Whether it could change anything: every method but GET, except git's fetch and GraphQL's queries.</summary>
    public bool IsMutation => Method is not ("GET" or "HEAD") && !Path.EndsWith("/git-upload-pack", StringComparison.Ordinal) && !IsQuery;

    private bool IsQuery => Path == "/graphql" && Body.Contains("\"query\":\"query(", StringComparison.Ordinal);
}
