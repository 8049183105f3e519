using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Completion;

/// <summary>
/// Says what the word under the cursor may become, from the declarations: commands, options, and values where an option has
/// fixed ones. The scripts of the shells ask it by <c>gitops [complete] WORD...</c>.
/// </summary>
/// <param name="catalog">The tasks.</param>
internal sealed class Completer(IReadOnlyList<TaskEntry> catalog)
{
    /// <summary>The first word of such a call; no task has a name like it.</summary>
    public const string Call = "[complete]";

    /// <summary>The suggestions, as lines.</summary>
    /// <param name="words">The words after the program's name; the last is the one to complete, and may be empty.</param>
    public string Complete(IReadOnlyList<string> words)
    {
        var current = words.Count == 0 ? "" : words[^1];
        var line = TypedLine.Read([.. words.SkipLast(1)], catalog);
        var found = line is null ? [] : Suggest(line, current);
        return string.Concat(found
            .Where(suggestion => suggestion == Suggestion.Paths || suggestion.Word.StartsWith(current, StringComparison.Ordinal))
            .Select(suggestion => suggestion.Line + "\n"));
    }

    private IEnumerable<Suggestion> Suggest(TypedLine line, string current)
    {
        if (line.Awaiting is { } option)
            return Values(option, "");
        if (!line.OnlyArguments && current.StartsWith('-'))
            return current.IndexOf('=') is > 0 and var end ? AssignedValues(line, current[..end]) : Options(line);
        if (line.Task is null)
            return catalog.Select(entry => new Suggestion(entry.Name, entry.Summary));
        if (line.NextArgument is { } argument)
            return Values(argument, "");
        return line.OnlyArguments || current.Length > 0 ? [] : Options(line);
    }

    private static IEnumerable<Suggestion> AssignedValues(TypedLine line, string name) =>
        line.OptionInputs.FirstOrDefault(input => $"--{input.Name}" == name) is { } option ? Values(option, name + "=") : [];

    private static IEnumerable<Suggestion> Options(TypedLine line)
    {
        var options = line.OptionInputs
            .Where(input => input.Kind == InputKind.TextList || !line.Given.Contains(input.Name))
            .Select(input => new Suggestion($"--{input.Name}", input.Description));
        options = options.Append(new("--help", "Shows all about it."));
        return line.Task is null ? options.Append(new("--version", "Prints the version.")) : options;
    }

    private static IEnumerable<Suggestion> Values(TaskInput input, string prefix) => input switch
    {
        { Kind: InputKind.Choice } => input.Choices.Select(choice => new Suggestion(prefix + choice, "")),
        { Kind: InputKind.Flag } => [new(prefix + "true", ""), new(prefix + "false", "")],
        { Placeholder: "PATH" or "FILE" or "DIR" or "SPEC" } => [Suggestion.Paths],
        _ => [],
    };
}
