namespace GitOpsTasks.Parts;

/// <summary>A request the server was sent.</summary>
/// <param name="Method">GET, POST or PATCH.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body of an API request as text; empty for git.</param>
/// <param name="Status">What was answered; 0 where the connection was cut.</param>
public sealed record AzureFakeRequest(string Method, string Path, string Body, int Status)
{
    /// <summary>Whether it could change anything: every method but GET, except git's fetch.</summary>
    public bool IsMutation => Method is not ("GET" or "HEAD") && !Path.Contains("/git-upload-pack", StringComparison.Ordinal);
}
