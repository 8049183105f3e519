using GitOpsTasks.Contracts;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Cli;

/// <summary>Prints how a run ended: the result on standard output, a failure and annotations on standard error.</summary>
/// <param name="streams">Where to.</param>
/// <param name="system">The CI system whose agent reads along.</param>
/// <param name="global">The global options.</param>
internal sealed class OutcomeReport(HostStreams streams, CiSystem system, GlobalValues global)
{
    /// <summary>Prints.</summary>
    /// <returns>The exit code.</returns>
    public ExitCode Write(ResultEnvelope envelope)
    {
        if (global.Output == OutputFormat.Json)
        {
            streams.Out.Write(envelope.ToJson());
            WriteDiagnostics(envelope.Diagnostics, streams.Error, streams.ErrorIsTerminal);
            Annotate(envelope.Diagnostics);
        }
        else if (envelope.Outcome?.FormattedDiagnostics is { } formatted)
        {
            streams.Out.Write(formatted);
        }
        else
        {
            WriteText(envelope);
            Annotate(envelope.Diagnostics);
        }

        streams.Out.Flush();
        return envelope.ExitCode;
    }

    private void WriteText(ResultEnvelope envelope)
    {
        if (envelope.Outcome is { } outcome)
            streams.Out.Write(Safe(outcome.RenderText() ?? OutputTable.Render(outcome.Outputs), streams.OutIsTerminal));
        if (envelope.Outcome?.UntypedResult is null)
            WriteDiagnostics(envelope.Diagnostics, streams.Error, streams.ErrorIsTerminal);
        else
            WriteDiagnostics(envelope.Diagnostics, streams.Out, streams.OutIsTerminal);
    }

    private void WriteDiagnostics(IReadOnlyList<Diagnostic> diagnostics, TextWriter output, bool terminal)
    {
        using var text = new StringWriter();
        DiagnosticWriters.For(DiagnosticFormat.Text, CiSystem.None)(Shown(diagnostics), text);
        output.Write(Safe(text.ToString(), terminal));
    }

    private void Annotate(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (DiagnosticWriters.AnnotationsOf(system) is { } format)
            DiagnosticWriters.For(format, system)(Shown(diagnostics), streams.Error);
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
