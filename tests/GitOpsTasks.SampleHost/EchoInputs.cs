using GitOpsTasks.Contracts;

namespace GitOpsTasks.SampleHost;

/// <summary>The inputs of <see cref="EchoTask"/>: one of every kind.</summary>
internal static class EchoInputs
{
    public static TaskInput<IReadOnlyList<string>> Words { get; } =
        TaskInput.TextList("words", "WORD", "What to repeat.") with { Positional = true };

    public static TaskInput<string> Style { get; } =
        TaskInput.TextOr("style", "STYLE", "plain", "What the words are dressed in.");

    public static TaskInput<bool> Loud { get; } = TaskInput.Flag("loud", "Writes capitals.");

    public static TaskInput<int> Times { get; } = TaskInput.Number("times", "N", 1, "How often.");

    public static TaskInput<EchoEnding> Ending { get; } =
        TaskInput.Choice("ending", EchoEnding.Done, "How it ends.");

    public static TaskInput<IReadOnlyList<string>> Label { get; } =
        TaskInput.TextList("extra-label", "LABEL", "Labels.");

    public static TaskInput<string?> Token { get; } =
        TaskInput.Text("token", "TOKEN", "Opens the door.") with { Secret = true };

}
