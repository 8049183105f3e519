using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli.Completion;

/// <summary>What the words before the cursor say.</summary>
internal sealed class TypedLine
{
    private int _arguments;

    /// <summary>The task, once it is named.</summary>
    public TaskDeclaration? Task { get; private set; }

    /// <summary>The option whose value is written next.</summary>
    public TaskInput? Awaiting { get; private set; }

    /// <summary>The names of options that are there.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a <c>--</c> has ended the options.</summary>
    public bool OnlyArguments { get; private set; }

    /// <summary>The options that may be written.</summary>
    public IEnumerable<TaskInput> OptionInputs =>
        (Task?.Inputs ?? []).Where(input => input is { Secret: false, Positional: false }).Concat(GlobalInputs.All);

    /// <summary>The argument that is written next; null where there can be none.</summary>
    public TaskInput? NextArgument
    {
        get
        {
            var arguments = (Task?.Inputs ?? []).Where(input => input.Positional).ToList();
            if (_arguments < arguments.Count)
                return arguments[_arguments];
            return arguments is [.., { Kind: InputKind.TextList } last] ? last : null;
        }
    }

    /// <summary>Reads the words; null where they begin with no task.</summary>
    public static TypedLine? Read(IReadOnlyList<string> words, IReadOnlyList<TaskEntry> catalog)
    {
        var line = new TypedLine();
        return words.All(word => line.Take(word, catalog)) ? line : null;
    }

    private bool Take(string word, IReadOnlyList<TaskEntry> catalog)
    {
        if (Awaiting is not null)
            Awaiting = null;
        else if (word == "--" && Task is not null)
            OnlyArguments = true;
        else if (!OnlyArguments && word.StartsWith('-'))
            TakeOption(word);
        else if (Task is not null)
            _arguments++;
        else
            return (Task = catalog.FirstOrDefault(entry => entry.Name == word)?.Load()) is not null;
        return true;
    }

    private void TakeOption(string word)
    {
        var name = word.Split('=')[0].TrimStart('-');
        Given.Add(name);
        if (!word.Contains('=', StringComparison.Ordinal))
            Awaiting = OptionInputs.FirstOrDefault(input => input.Name == name && input.Kind != InputKind.Flag);
    }
}
