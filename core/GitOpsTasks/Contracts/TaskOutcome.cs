using System.Text.Json;

namespace GitOpsTasks.Contracts;

/// <summary>How a task ended, whatever its result type.</summary>
/// <param name="ExitCode">The verdict.</param>
/// <param name="Diagnostics">Findings and failures, in the order they were found.</param>
public abstract record TaskOutcome(ExitCode ExitCode, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// The findings in the format the request asked for, such as SARIF or workflow commands; null where it asked for none.
    /// Hosts print it as it is, in place of result and diagnostics, so its writer makes texts of others harmless.
    /// </summary>
    public string? FormattedDiagnostics { get; init; }

    /// <summary>Markdown for the summary that GitHub and Azure Pipelines show with a run, texts of others escaped; null where there is none.</summary>
    public string? StepSummary { get; init; }

    /// <summary>The outputs that have a value, by name.</summary>
    public abstract IReadOnlyList<KeyValuePair<TaskOutput, string>> Outputs { get; }

    /// <summary>The task's result as an object, for hosts that render it; null where the task failed before it had one.</summary>
    public abstract object? UntypedResult { get; }

    /// <summary>The result as its task tells it to a person; null where it has no result or no words of its own.</summary>
    public abstract string? RenderText();

    /// <summary>Writes the result as one JSON value: an object, or null.</summary>
    public abstract void WriteResult(Utf8JsonWriter writer);
}
