using System.Text.RegularExpressions;

namespace GitOpsTasks.Parts;

/// <summary>Something that is to go wrong with requests that match.</summary>
internal sealed class AzureFakeFault(string method, string pathPattern, int times)
{
    private int _left = times;

    /// <summary>The answer instead of the real one; the request is not applied. Null for the real one.</summary>
    public AzureReply? Reply { get; init; }

    /// <summary>Whether the connection is cut in place of the answer, after the request was applied.</summary>
    public bool CutsAfterApplying { get; init; }

    /// <summary>Seconds that a real answer asks to wait, as one does that was slowed down; null for none.</summary>
    public int? SlowsBy { get; init; }

    /// <summary>What another does just before the request is applied.</summary>
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

    /// <summary>Whether it is this one's turn; counts it.</summary>
    public bool Takes(string requestMethod, string requestPath) =>
        requestMethod == method && Regex.IsMatch(requestPath, pathPattern) && Interlocked.Decrement(ref _left) >= 0;
}
