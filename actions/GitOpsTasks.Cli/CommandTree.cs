using System.CommandLine;
using System.CommandLine.Help;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>The parser's tree: a command per task, of which only one has its options, and the global options.</summary>
internal sealed class CommandTree
{
    // Nothing on the command line is a file to read options from, and there are no one-letter options to bundle.
    private static readonly ParserConfiguration Rules = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly Command _root = new("gitops");
    private readonly HelpOption _help = new();
    private readonly List<BoundInput> _symbols = [];

    /// <summary>A tree of all names, with the inputs of one task.</summary>
    public CommandTree(IReadOnlyList<TaskEntry> catalog, TaskDeclaration? task)
    {
        _root.Add(_help);
        foreach (var input in GlobalInputs.All)
            AddOption(_root, input, recursive: true);
        foreach (var entry in catalog)
        {
            var command = new Command(entry.Name) { TreatUnmatchedTokensAsErrors = task is not null };
            if (entry.Name == task?.Name)
                AddInputs(command, task);
            _root.Add(command);
        }
    }

    /// <summary>The inputs given a place on the command line, each with its symbol.</summary>
    public IReadOnlyList<BoundInput> Symbols => _symbols;

    /// <summary>Parses; errors are in the result.</summary>
    public ParseResult Parse(IReadOnlyList<string> args) => _root.Parse(args, Rules);

    /// <summary>Whether help was asked for.</summary>
    public bool IsHelp(ParseResult parsed) => parsed.GetResult(_help) is { Implicit: false };

    private void AddInputs(Command command, TaskDeclaration task)
    {
        foreach (var input in task.Inputs)
        {
            if (input.Secret)
                continue;
            if (input.Positional)
                AddArgument(command, input);
            else
                AddOption(command, input, recursive: false);
        }
    }

    private void AddOption(Command command, TaskInput input, bool recursive)
    {
        var option = InputSymbol.ToOption(input);
        option.Recursive = recursive;
        command.Add(option);
        _symbols.Add(new(input, option));
    }

    private void AddArgument(Command command, TaskInput input)
    {
        var argument = InputSymbol.ToArgument(input);
        command.Add(argument);
        _symbols.Add(new(input, argument));
    }
}
