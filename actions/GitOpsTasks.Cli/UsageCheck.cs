using System.CommandLine;
using System.CommandLine.Parsing;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>Turns what the parser could not place into one message with advice.</summary>
internal static class UsageCheck
{
    /// <summary>Accepts the command line of a task, or refuses it.</summary>
    /// <exception cref="TaskFailedException">An unknown option, an argument too many, a value missing.</exception>
    public static void Require(IReadOnlyList<string> args, ParseResult parsed, TaskDeclaration task, CommandTree tree)
    {
        if (FlagWithText(args, tree) is { } flag)
        {
            throw TaskFailedException.Usage(
                CliCodes.BadOption, $"'{flag}' is not a value of an option that is on or off.", "Write true or false.");
        }

        if (Stray(parsed, tree) is { } stray)
            throw UnknownOption(stray, task, tree);
        if (parsed.UnmatchedTokens.Count > 0)
        {
            throw TaskFailedException.Usage(
                CliCodes.UnknownOption,
                $"'{parsed.UnmatchedTokens[0]}' is an argument too many for 'gitops {task.Name}'.",
                HelpAdvice(task));
        }

        if (parsed.Errors.Count > 0)
            throw TaskFailedException.Usage(CliCodes.BadOption, parsed.Errors[0].Message, HelpAdvice(task));
    }

    /// <summary>The failure of a command line that names no task.</summary>
    public static TaskFailedException NoCommand(ParseResult parsed, IReadOnlyList<TaskEntry> catalog)
    {
        if (parsed.UnmatchedTokens.Count == 0)
            return TaskFailedException.Usage(CliCodes.UnknownCommand, "A command is needed.", "Run 'gitops --help'.");
        var word = parsed.UnmatchedTokens[0];
        var (code, kind, candidates) = IsOption(word)
            ? (CliCodes.UnknownOption, "option", GlobalInputs.All.Select(input => $"--{input.Name}"))
            : (CliCodes.UnknownCommand, "command", catalog.Select(entry => entry.Name));
        return TaskFailedException.Usage(
            code, $"There is no {kind} '{OptionName(word)}'.", Advice(OptionName(word), candidates, "Run 'gitops --help'."));
    }

    // The parser takes the text after such a "=" for an argument of its own.
    private static string? FlagWithText(IReadOnlyList<string> args, CommandTree tree)
    {
        var flags = from pair in tree.Symbols where pair.Input.Kind == InputKind.Flag select $"--{pair.Input.Name}";
        var assigned = from arg in args.TakeWhile(arg => arg != "--")
                       let end = arg.AsSpan().IndexOfAny('=', ':')
                       where end > 0 && !bool.TryParse(arg[(end + 1)..], out _)
                       select (Name: arg[..end], Whole: arg);
        return assigned.Where(pair => flags.Contains(pair.Name)).Select(pair => pair.Whole).FirstOrDefault();
    }

    // The parser takes an unknown option for an argument where the command has arguments.
    private static string? Stray(ParseResult parsed, CommandTree tree)
    {
        var arguments = tree.Symbols.Where(pair => pair.Symbol is Argument).SelectMany(pair => parsed.Given(pair.Symbol));
        var suspects = arguments.Concat(parsed.UnmatchedTokens).ToHashSet(StringComparer.Ordinal);
        return parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Select(token => token.Value)
            .FirstOrDefault(text => IsOption(text) && suspects.Contains(text));
    }

    private static TaskFailedException UnknownOption(string stray, TaskDeclaration task, CommandTree tree)
    {
        var name = OptionName(stray);
        if (task.Inputs.FirstOrDefault(input => input.Secret && name == $"--{input.Name}") is { } secret)
        {
            return TaskFailedException.Usage(
                CliCodes.UnknownOption,
                $"'{name}' is a secret and is not taken from the command line, where other programs can read it.",
                $"Set the environment variable {secret.SecretVariable}.");
        }

        if (tree.Symbols.Where(pair => pair.Symbol is Argument && name == $"--{pair.Input.Name}").Select(pair => pair.Input).FirstOrDefault() is { } argument)
        {
            return TaskFailedException.Usage(
                CliCodes.UnknownOption,
                $"'{name}' is no option of 'gitops {task.Name}': what it names is written without one.",
                $"Write 'gitops {task.Name} {argument.Placeholder}'.");
        }

        var options = from pair in tree.Symbols where pair.Symbol is Option select $"--{pair.Input.Name}";
        return TaskFailedException.Usage(
            CliCodes.UnknownOption,
            $"'gitops {task.Name}' has no option '{name}'.",
            Advice(name, options, HelpAdvice(task)));
    }

    private static string Advice(string word, IEnumerable<string> candidates, string otherwise) =>
        EditDistance.Nearest(word, candidates) is { } close ? $"Did you mean '{close}'?" : otherwise;

    private static string HelpAdvice(TaskDeclaration task) => $"Run 'gitops {task.Name} --help'.";

    private static bool IsOption(string text) => text.Length > 1 && text[0] == '-';

    private static string OptionName(string text) => text.Split('=')[0];
}
