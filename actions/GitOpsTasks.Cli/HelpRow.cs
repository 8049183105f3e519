using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>A row of a help page.</summary>
/// <param name="Label">What to write.</param>
/// <param name="Text">What it does.</param>
internal sealed record HelpRow(string Label, string Text)
{
    /// <summary>The row of an input.</summary>
    public static HelpRow Of(TaskInput input) => new(LabelOf(input), Describe(input));

    /// <summary>What to write: <c>--name VALUE</c>, a placeholder, or the variable of a secret.</summary>
    public static string LabelOf(TaskInput input)
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
        if (input is { Kind: InputKind.TextList, Positional: false } && !input.Description.Contains("epeat", StringComparison.Ordinal))
            notes.Add("may be repeated");
        if (input is { Default: { } value, Kind: not InputKind.Flag })
            notes.Add($"default: {value}");
        return notes.Count == 0 ? input.Description : $"{input.Description} ({string.Join("; ", notes)})";
    }
}
