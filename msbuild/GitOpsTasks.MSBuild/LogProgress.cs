using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GitOpsTasks.MSBuild;

/// <summary>Progress as messages of the build's log: how a step ended at normal importance, all else at low.</summary>
/// <param name="log">The log of the task.</param>
/// <param name="title">The step; null for the task as a whole.</param>
internal sealed class LogProgress(TaskLoggingHelper log, string? title = null) : IProgressStep
{
    private string? _summary;

    /// <inheritdoc />
    public IProgressStep Begin(string title)
    {
        log.LogMessage(MessageImportance.Low, "{0}", Safe(title));
        return new LogProgress(log, title);
    }

    /// <inheritdoc />
    public void Report(string detail, double? fraction = null) => log.LogMessage(MessageImportance.Low, "{0}", Safe($"{title}: {detail}"));

    /// <inheritdoc />
    public void Complete(string summary) => _summary = summary;

    /// <inheritdoc />
    public void Dispose()
    {
        if (_summary is not null)
            log.LogMessage(MessageImportance.Normal, "{0}", Safe($"{title}: {_summary}"));
    }

    // By the rules of GitHub, which those of the other agents are a part of.
    private static string Safe(string text) => LogText.WithoutEscapes(LogText.Neutralise(text.ReplaceLineEndings(" "), CiSystem.GitHub));
}
