using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace Cake.GitOps.Engine;

/// <summary>Progress as lines of detail; how a step ended as information.</summary>
/// <param name="log">Takes the lines.</param>
/// <param name="title">The step; empty for the task as a whole.</param>
internal sealed class LineProgress(Action<int, string> log, string title = "") : IProgressStep
{
    private string? _summary;

    /// <inheritdoc />
    public IProgressStep Begin(string title)
    {
        log(3, Safe(title));
        return new LineProgress(log, title);
    }

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null) => log(3, Safe($"{title}: {detail}"));

    /// <inheritdoc />
    public void Complete(string summary) => _summary = summary;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_summary is not null)
            log(2, Safe($"{title}: {_summary}"));
    }

    // By the rules of GitHub, which those of the other agents are a part of.
    private static string Safe(string text) => LogText.WithoutEscapes(LogText.Neutralise(text.ReplaceLineEndings(" "), CiSystem.GitHub));
}
