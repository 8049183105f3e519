namespace GitOpsTasks.Init;

/// <summary>A check over HTTP.</summary>
/// <param name="Path">The path that is asked.</param>
/// <param name="Port">The port that is asked; null for the first.</param>
internal sealed record ProbeDraft(string Path, int? Port)
{
    /// <summary>Seconds from one time to the next; null where nothing is said.</summary>
    public int? Period { get; init; }

    /// <summary>Seconds to wait for an answer; null where nothing is said.</summary>
    public int? Timeout { get; init; }

    /// <summary>How often it fails before something is done; null where nothing is said.</summary>
    public int? Failures { get; init; }
}
