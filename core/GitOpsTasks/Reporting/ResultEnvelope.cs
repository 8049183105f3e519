using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>
/// The one JSON object that <c>--output json</c> prints: <c>task</c>, <c>exitCode</c>, <c>result</c> (null where the task
/// failed before it had one), <c>outputs</c> (texts by name; a secret's value is null) and <c>diagnostics</c>.
/// </summary>
/// <param name="Task">The task's name; null where none was reached.</param>
/// <param name="ExitCode">The exit code of the command.</param>
/// <param name="Diagnostics">All that was found, in order.</param>
public sealed record ResultEnvelope(string? Task, ExitCode ExitCode, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How the task ended; null where it did not run.</summary>
    public TaskOutcome? Outcome { get; init; }

    /// <summary>The envelope of a task that ran.</summary>
    public static ResultEnvelope Of(string task, TaskOutcome outcome) =>
        new(task, outcome.ExitCode, outcome.Diagnostics) { Outcome = outcome };

    /// <summary>The object as an indented document that ends in a line end.</summary>
    public string ToJson() => ReportJson.Document(WriteTo);

    /// <summary>Writes the object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("task", Task);
        writer.WriteNumber("exitCode", (int)ExitCode);
        writer.WritePropertyName("result");
        if (Outcome is null)
            writer.WriteNullValue();
        else
            Outcome.WriteResult(writer);
        writer.WriteStartObject("outputs");
        foreach (var (output, value) in Outcome?.Outputs ?? [])
            writer.WriteString(output.Name, output.Secret ? null : value);
        writer.WriteEndObject();
        writer.WritePropertyName("diagnostics");
        DiagnosticJson.Write(writer, Diagnostics);
        writer.WriteEndObject();
    }
}
