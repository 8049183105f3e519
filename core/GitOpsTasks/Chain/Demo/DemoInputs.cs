using GitOpsTasks.Contracts;

namespace GitOpsTasks.Chain.Demo;

/// <summary>The inputs of <see cref="DemoTask"/>.</summary>
public static class DemoInputs
{
    /// <summary>Where the example is made.</summary>
    public static TaskInput<string> Folder { get; } =
        TaskInput.TextOr("folder", "DIR", "gitops-demo", "The folder to make the example in; one that holds it already is run again.") with { Positional = true };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Folder];
}
