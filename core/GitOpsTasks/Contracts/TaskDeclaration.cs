namespace GitOpsTasks.Contracts;

/// <summary>A task as hosts see it: its name, its inputs and outputs, and how to run it from texts.</summary>
/// <param name="Name">The command's name, a verb.</param>
/// <param name="Summary">One sentence: what it is for.</param>
public abstract record TaskDeclaration(string Name, string Summary)
{
    /// <summary>The inputs, in the order of help and reference.</summary>
    public required IReadOnlyList<TaskInput> Inputs { get; init; }

    /// <summary>The outputs, in the order of the reference.</summary>
    public abstract IReadOnlyList<TaskOutput> DeclaredOutputs { get; }

    /// <summary>Command lines that work, each with what it does; shown by <c>--help</c>.</summary>
    public IReadOnlyList<TaskExample> Examples { get; init; } = [];

    /// <summary>Runs the task on texts, as every host does. Expected failures are in the outcome, not thrown.</summary>
    public abstract Task<TaskOutcome> RunAsync(InputValues inputs, EngineContext context, CancellationToken cancellationToken);
}
