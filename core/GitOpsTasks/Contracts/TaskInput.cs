namespace GitOpsTasks.Contracts;

/// <summary>
/// One input of a task, declared once: the command line, action.yml, MSBuild properties, Cake settings and the reference
/// pages are made from it or checked against it.
/// </summary>
/// <param name="Name">Lower-case words joined by hyphens, as on the command line.</param>
/// <param name="Kind">The shape of its value.</param>
/// <param name="Description">One sentence for help and reference.</param>
public abstract record TaskInput(string Name, InputKind Kind, string Description)
{
    /// <summary>What stands for the value in help, such as <c>URL</c>.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The value taken where none is given, as text; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the task cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether its value must never be printed. Secrets come from the environment only.</summary>
    public bool Secret { get; init; }

    /// <summary>
    /// The environment variable a <see cref="Secret"/> input is read from in every host: <c>GITOPS_</c> and the name in upper
    /// case with underscores, unless the task names another.
    /// </summary>
    public string SecretVariable
    {
        get => field ?? "GITOPS_" + Name.ToUpperInvariant().Replace('-', '_');
        init;
    }

    /// <summary>Whether the command line takes it without an option name.</summary>
    public bool Positional { get; init; }

    /// <summary>The values a <see cref="InputKind.Choice"/> may have; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>One text, null where not given.</summary>
    public static TaskInput<string?> Text(string name, string placeholder, string description) =>
        new(name, InputKind.Text, description, values => values.Count == 0 ? null : values[^1]) { Placeholder = placeholder };

    /// <summary>A text the task cannot run without.</summary>
    public static TaskInput<string> RequiredText(string name, string placeholder, string description) =>
        new(name, InputKind.Text, description, values => values[^1]) { Placeholder = placeholder, Required = true };

    /// <summary>A text with a default.</summary>
    public static TaskInput<string> TextOr(string name, string placeholder, string @default, string description) =>
        new(name, InputKind.Text, description, values => values.Count == 0 ? @default : values[^1])
        {
            Placeholder = placeholder,
            Default = @default,
        };

    /// <summary>A switch, off where not given; <c>true</c> and <c>false</c> in any case.</summary>
    public static TaskInput<bool> Flag(string name, string description) =>
        new(name, InputKind.Flag, description, values => values.Count > 0 && ParseFlag(values[^1])) { Default = "false" };

    /// <summary>A whole number with a default.</summary>
    public static TaskInput<int> Number(string name, string placeholder, int @default, string description) =>
        new(name, InputKind.Number, description, values => values.Count == 0 ? @default : ParseNumber(values[^1]))
        {
            Placeholder = placeholder,
            Default = @default.ToString(),
        };

    /// <summary>Any number of texts.</summary>
    public static TaskInput<IReadOnlyList<string>> TextList(string name, string placeholder, string description) =>
        new(name, InputKind.TextList, description, values => values) { Placeholder = placeholder };

    /// <summary>One of an enumeration's names, written in lower case.</summary>
    public static TaskInput<TEnum> Choice<TEnum>(string name, TEnum @default, string description)
        where TEnum : struct, Enum =>
        new(name, InputKind.Choice, description, values => values.Count == 0 ? @default : ParseChoice<TEnum>(values[^1]))
        {
            Default = ChoiceName(@default),
            Choices = ChoiceNames(typeof(TEnum)),
        };

    private static string ChoiceName<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static bool ParseFlag(string value) =>
        bool.TryParse(value, out var flag) ? flag : throw new FormatException("Write true or false.");

    private static int ParseNumber(string value) =>
        int.TryParse(value, out var number) ? number : throw new FormatException("Write a whole number.");

    // Names rather than values: generic code over each enumeration would be compiled at every start.
    private static string[] ChoiceNames(Type type) => [.. Enum.GetNames(type).Select(name => name.ToLowerInvariant())];

    private static TEnum ParseChoice<TEnum>(string value)
        where TEnum : struct, Enum
    {
        var names = ChoiceNames(typeof(TEnum));
        return names.Contains(value, StringComparer.OrdinalIgnoreCase) && Enum.TryParse<TEnum>(value, ignoreCase: true, out var choice)
            ? choice
            : throw new FormatException($"Write one of {string.Join(", ", names)}.");
    }
}
