using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;
using GitOpsTasks.Trees;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GitOpsTasks.MSBuild;

/// <summary>Tells how a task ended in the log of a build: findings as errors and warnings with file, line and column.</summary>
/// <param name="log">The log of the task.</param>
/// <param name="system">The CI system whose agent reads the log.</param>
/// <param name="places">Finds the files of findings.</param>
internal sealed class OutcomeLog(TaskLoggingHelper log, CiSystem system, PlacesOnDisk places)
{
    /// <summary>Writes result and findings.</summary>
    public void Write(string taskName, TaskOutcome outcome)
    {
        if (outcome.RenderText() is { Length: > 0 } text)
            log.LogMessage(MessageImportance.High, "{0}", Safe(text.TrimEnd('\n')));
        foreach (var diagnostic in outcome.Diagnostics)
            Write(diagnostic);
        if (outcome.ExitCode != ExitCode.Done && !log.HasLoggedErrors)
        {
            Write(Diagnostic.Error(
                HostCodes.NotDone, $"'{taskName}' ended with exit code {(int)outcome.ExitCode}.", "The warnings above tell why."));
        }
    }

    private void Write(Diagnostic diagnostic)
    {
        var place = diagnostic.Place ?? new SourcePlace("");
        var file = place.File.Length == 0 ? null : places.Find(place.File) ?? place.File;
        var message = Safe(diagnostic.Advice is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Advice}");
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(null, diagnostic.Code, null, null, file, place.Line, place.Column, 0, 0, "{0}", message);
                break;
            case Severity.Warning:
                log.LogWarning(null, diagnostic.Code, null, null, file, place.Line, place.Column, 0, 0, "{0}", message);
                break;
            default:
                log.LogMessage(
                    null, diagnostic.Code, null, file, place.Line, place.Column, 0, 0, MessageImportance.High, "{0}", message);
                break;
        }
    }

    private string Safe(string text) => LogText.WithoutEscapes(LogText.Neutralise(text, system));
}
