using System.Text.RegularExpressions;

namespace GitOpsTasks.Parts;

/// <summary>Something that is to go wrong with requests that match.</summary>
internal sealed class GitHubFakeFault(string method, string pathPattern, int times)
{
    private int _left = times;

    /// <summary>The answer instead of the real one; the request is not applied.</summary>
    public GitHubReply? Reply { get; init; }

    /// <summary>Whether the connection is cut in place of the answer, after the request was applied.</summary>
    public bool CutsAfterApplying { get; init; }

    /// <summary>Whether the connection is cut before the request is applied.</summary>
    public bool CutsBeforeApplying { get; init; }

    /// <summary>The status of an answer that repeats the credentials; 0 for none such.</summary>
    public int Echo { get; init; }

    /// <summary>The answer in place of the real one; null for the real one.</summary>
    public GitHubReply? ReplyTo(string authorization) => Echo == 0 ? Reply : GitHubReply.Problem(Echo, $"You sent {authorization}");

    /// <summary>What another does just before the request is applied.</summary>
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

    /// <summary>Whether it is this one's turn; counts it.</summary>
    public bool Takes(string requestMethod, string requestPath) =>
        requestMethod == method && Regex.IsMatch(requestPath, pathPattern) && Interlocked.Decrement(ref _left) >= 0;
}
