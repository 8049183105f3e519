using System.Text.Json.Serialization.Metadata;

namespace GitOpsTasks.Contracts;

/// <summary>A <see cref="TaskDeclaration"/> that knows its request and result.</summary>
/// <typeparam name="TRequest">The request record.</typeparam>
/// <typeparam name="TResult">The result record.</typeparam>
/// <param name="Name">The command's name, a verb.</param>
/// <param name="Summary">One sentence: what it is for.</param>
public sealed record TaskDeclaration<TRequest, TResult>(string Name, string Summary) :
    TaskDeclaration(Name, Summary), IDeclares<TResult>
    where TResult : class
{
    /// <summary>The outputs, each with its place in the result.</summary>
    public required IReadOnlyList<TaskOutput<TResult>> Outputs { get; init; }

    /// <summary>From texts to the request; throws <see cref="TaskFailedException"/> on bad usage.</summary>
    public required Func<InputValues, TRequest> ReadRequest { get; init; }

    /// <summary>The task itself.</summary>
    public required Func<TRequest, EngineContext, CancellationToken, Task<TaskOutcome<TResult>>> Execute { get; init; }

    /// <summary>How the result is written as JSON.</summary>
    public required JsonTypeInfo<TResult> Json { get; init; }

    /// <summary>
    /// How the result is told to a person, as lines that end in <c>\n</c>; null where the outputs as a table say it well
    /// enough. Hosts break texts that a CI system would execute; it need not.
    /// </summary>
    public Func<TResult, string>? Text { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<TaskOutput> DeclaredOutputs => Outputs;

    /// <inheritdoc />
    public override async Task<TaskOutcome> RunAsync(
        InputValues inputs, EngineContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await Execute(ReadRequest(inputs), context, cancellationToken) with { Declaration = this };
        }
        catch (Exception e) when (ExpectedFailure.From(e, cancellationToken) is { } failure)
        {
            return new TaskOutcome<TResult>(failure.ExitCode, null, failure.Diagnostics) { Declaration = this };
        }
    }
}
