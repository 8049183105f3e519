using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>The options every command has, before or after its name.</summary>
internal static class GlobalInputs
{
    /// <summary>The work directory.</summary>
    public static TaskInput<string?> Directory { get; } =
        TaskInput.Text("directory", "DIR", "Works in DIR; paths are relative to it.");

    /// <summary>How the result is printed.</summary>
    public static TaskInput<OutputFormat> Output { get; } =
        TaskInput.Choice("output", OutputFormat.Text, "Prints the result as text, or as one JSON object on standard output.");

    /// <summary>How much is said.</summary>
    public static TaskInput<Verbosity> Verbosity { get; } =
        TaskInput.Choice("verbosity", Cli.Verbosity.Normal, "How much is said on standard error.");

    /// <summary>Switches progress off.</summary>
    public static TaskInput<bool> NoProgress { get; } =
        TaskInput.Flag("no-progress", "Shows no progress.");

    /// <summary>Whether text is coloured.</summary>
    public static TaskInput<ColorChoice> Color { get; } =
        TaskInput.Choice("color", ColorChoice.Auto, "Whether findings are coloured; auto: on a terminal, unless NO_COLOR is set.");

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Directory, Output, Verbosity, NoProgress, Color];
}
