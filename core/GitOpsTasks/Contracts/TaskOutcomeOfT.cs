using System.Text.Json;

namespace GitOpsTasks.Contracts;

/// <summary>How a task ended, with its result.</summary>
/// <typeparam name="TResult">The result record of the task.</typeparam>
/// <param name="ExitCode">The verdict.</param>
/// <param name="Result">The result; null where the task failed before it had one.</param>
/// <param name="Diagnostics">Findings and failures, in the order they were found.</param>
public sealed record TaskOutcome<TResult>(ExitCode ExitCode, TResult? Result, IReadOnlyList<Diagnostic> Diagnostics)
    : TaskOutcome(ExitCode, Diagnostics)
    where TResult : class
{
    /// <inheritdoc />
    public override IReadOnlyList<KeyValuePair<TaskOutput, string>> Outputs
    {
        get
        {
            if (Result is not { } result || Declaration is not { } declaration)
                return [];
            return
            [
                .. from output in declaration.Outputs
                   let value = output.Read(result)
                   where value is not null
                   select KeyValuePair.Create<TaskOutput, string>(output, value),
            ];
        }
    }

    /// <inheritdoc />
    public override object? UntypedResult => Result;

    /// <summary>The declaration the task was run through; null where it was called directly.</summary>
    internal IDeclares<TResult>? Declaration { get; init; }

    /// <summary>A task that did what was asked.</summary>
    public static TaskOutcome<TResult> Done(TResult result, IReadOnlyList<Diagnostic>? diagnostics = null) =>
        new(ExitCode.Done, result, diagnostics ?? []);

    /// <inheritdoc />
    public override string? RenderText() => Result is { } result ? Declaration?.Text?.Invoke(result) : null;

    /// <inheritdoc />
    public override void WriteResult(Utf8JsonWriter writer)
    {
        if (Result is { } result && Declaration is { } declaration)
            JsonSerializer.Serialize(writer, result, declaration.Json);
        else
            writer.WriteNullValue();
    }
}
