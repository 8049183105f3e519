using System.CommandLine;
using System.CommandLine.Parsing;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>An input as an option or argument of the command line. It takes texts; the engine gives them meaning.</summary>
internal static class InputSymbol
{
    /// <summary>An option named like the input: once, repeated for lists, with or without a value for flags.</summary>
    public static Option ToOption(TaskInput input) => input.Kind switch
    {
        InputKind.Flag => new Option<bool>($"--{input.Name}") { Arity = ArgumentArity.ZeroOrOne },
        InputKind.Choice when input.Choices.Contains("true") => new Option<string>($"--{input.Name}") { Arity = ArgumentArity.ZeroOrOne },
        InputKind.TextList => new Option<string[]>($"--{input.Name}") { Arity = ArgumentArity.OneOrMore },
        _ => new Option<string>($"--{input.Name}") { Arity = ArgumentArity.ExactlyOne },
    };

    /// <summary>An argument; never required here, as its value may come from the environment.</summary>
    public static Argument ToArgument(TaskInput input) => input.Kind == InputKind.TextList
        ? new Argument<string[]>(input.Name) { Arity = ArgumentArity.ZeroOrMore }
        : new Argument<string?>(input.Name) { Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The texts a person gave; empty where none.</summary>
    public static IReadOnlyList<string> Given(this ParseResult parsed, Symbol symbol)
    {
        var result = symbol switch
        {
            Option option => parsed.GetResult(option) is { Implicit: false } given ? given : null,
            Argument argument => parsed.GetResult(argument),
            _ => (SymbolResult?)null,
        };
        if (result is null)
            return [];
        return result is OptionResult { Tokens.Count: 0 } ? ["true"] : [.. result.Tokens.Select(token => token.Value)];
    }
}
