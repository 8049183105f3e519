using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>An input as a row of a help page.</summary>
internal static class HelpRow
{
    /// <summary>What to write, and what it does.</summary>
    public static (string Label, string Text) Of(TaskInput input) => (Label(input), Describe(input));

    /// <summary>What to write: <c>--name VALUE</c>, a placeholder, or the variable of a secret.</summary>
    public static string Label(TaskInput input)
    {
        if (input.Secret)
            return input.SecretVariable;
        var value = input.Kind == InputKind.Choice
            ? string.Join('|', input.Choices)
            : input.Placeholder ?? input.Name.ToUpperInvariant();
        if (input.Positional)
            return input.Kind == InputKind.TextList ? $"{value}..." : value;
        return input.Kind switch
        {
            InputKind.Flag => $"--{input.Name}",
            InputKind.TextList => $"--{input.Name} {value}...",
            _ => $"--{input.Name} {value}",
        };
    }

    private static string Describe(TaskInput input)
    {
        var notes = new List<string>();
        if (input is { Kind: InputKind.TextList, Positional: false })
            notes.Add("may be repeated");
        if (input is { Default: { } value, Kind: not InputKind.Flag })
            notes.Add($"default: {value}");
        return notes.Count == 0 ? input.Description : $"{input.Description} ({string.Join("; ", notes)})";
    }
}
