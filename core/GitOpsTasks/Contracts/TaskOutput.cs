namespace GitOpsTasks.Contracts;

/// <summary>One output of a task, declared once: action outputs, MSBuild outputs and Azure variables are made from it.</summary>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Kind">The shape of its value; a list is joined by newlines where a host has only texts.</param>
/// <param name="Description">One sentence for the reference.</param>
public abstract record TaskOutput(string Name, InputKind Kind, string Description)
{
    /// <summary>Whether its value must never be printed.</summary>
    public bool Secret { get; init; }
}
