namespace GitOpsTasks.Contracts;

/// <summary>A <see cref="TaskInput"/> that knows how its texts become a value.</summary>
/// <typeparam name="T">The type a request holds it as.</typeparam>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Kind">The shape of its value.</param>
/// <param name="Description">One sentence for help and reference.</param>
/// <param name="Parse">From the texts given to the value; throws <see cref="FormatException"/> with advice.</param>
public sealed record TaskInput<T>(string Name, InputKind Kind, string Description, Func<IReadOnlyList<string>, T> Parse)
    : TaskInput(Name, Kind, Description);
