using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>Prints how a run ended: the result on standard output, a failure and annotations on standard error.</summary>
/// <param name="streams">Where to.</param>
/// <param name="system">The CI system whose agent reads along.</param>
/// <param name="global">The global options.</param>
/// <param name="environment">The environment of the command.</param>
/// <param name="places">Names the files of annotations.</param>
internal sealed class OutcomeReport(
    HostStreams streams, CiSystem system, GlobalValues global, EnvironmentSnapshot environment, WorkspacePlaces places)
{
    private static readonly Diagnostic NotPrinted = Diagnostic.Error(
        CliCodes.NotPrinted,
        "The result could not be written to standard output.",
        "What the task did is done; look at where its output goes, such as a full disk.");

    private readonly StringBuilder _result = new();

    /// <summary>Prints.</summary>
    /// <returns>The exit code: the envelope's, unless the result could not be printed.</returns>
    public ExitCode Write(ResultEnvelope envelope)
    {
        if (global.Output == OutputFormat.Json)
        {
            _result.Append(envelope.ToJson());
            streams.Error.Write(DiagnosticLines(envelope.Diagnostics, streams.ErrorIsTerminal));
            Annotate(envelope.Diagnostics);
        }
        else if (envelope.Outcome?.FormattedDiagnostics is { } formatted)
        {
            _result.Append(formatted);
        }
        else
        {
            WriteText(envelope);
            Annotate(envelope.Diagnostics);
        }

        if (streams.TryPrint(_result.ToString()))
            return envelope.ExitCode;
        streams.Error.Write(DiagnosticLines([NotPrinted], streams.ErrorIsTerminal));
        return envelope.ExitCode == ExitCode.Done ? ExitCode.External : envelope.ExitCode;
    }

    private void WriteText(ResultEnvelope envelope)
    {
        if (envelope.Outcome is { } outcome)
            _result.Append(Safe(outcome.RenderText() ?? OutputTable.Render(outcome.Outputs), streams.OutIsTerminal));
        if (envelope.Outcome?.UntypedResult is null)
            streams.Error.Write(DiagnosticLines(envelope.Diagnostics, streams.ErrorIsTerminal));
        else
            _result.Append(DiagnosticLines(envelope.Diagnostics, streams.OutIsTerminal));
    }

    private string DiagnosticLines(IReadOnlyList<Diagnostic> diagnostics, bool terminal)
    {
        var colors = global.Colors(terminal, environment);
        var text = string.Concat(Shown(diagnostics).Select(diagnostic => DiagnosticText.Render(diagnostic, colors) + "\n"));
        return colors ? LogText.Neutralise(text, system) : Safe(text, terminal);
    }

    private void Annotate(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (DiagnosticWriters.AnnotationsOf(system) is { } format)
            DiagnosticWriters.For(format, system)([.. Shown(diagnostics).Select(places.Translate)], streams.Error);
    }

    private IReadOnlyList<Diagnostic> Shown(IReadOnlyList<Diagnostic> diagnostics) => global.Verbosity == Verbosity.Quiet
        ? [.. diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Note)]
        : diagnostics;

    private string Safe(string text, bool terminal)
    {
        var inert = LogText.Neutralise(text, system);
        return terminal || system != CiSystem.None ? LogText.WithoutEscapes(inert) : inert;
    }
}
