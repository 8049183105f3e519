namespace GitOpsTasks.SampleHost;

/// <summary>The result of <see cref="EchoTask"/>: what it was given, and what it made of that.</summary>
internal sealed record EchoResult(
    string Said, string Style, int Times, IReadOnlyList<string> Labels, int TokenLength, string Directory)
{
    /// <summary>The token, which may be an output but is not part of the result.</summary>
    internal string? Token { get; init; }
}
