namespace GitOpsTasks.Contracts;

/// <summary>A <see cref="TaskOutput"/> that knows where in a result its value is.</summary>
/// <typeparam name="TResult">The result record of the task.</typeparam>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Kind">The shape of its value.</param>
/// <param name="Description">One sentence for the reference.</param>
/// <param name="Read">The value as text; null where there is none.</param>
public sealed record TaskOutput<TResult>(string Name, InputKind Kind, string Description, Func<TResult, string?> Read)
    : TaskOutput(Name, Kind, Description);
