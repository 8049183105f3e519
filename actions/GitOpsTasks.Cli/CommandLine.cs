using System.CommandLine;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Cli;

/// <summary>What a command line asks for.</summary>
/// <param name="Task">The task; null where only help was asked for.</param>
/// <param name="Inputs">Its texts, from the command line and the environment.</param>
/// <param name="Global">The global options.</param>
/// <param name="Help">Whether help was asked for.</param>
internal sealed record CommandLine(TaskDeclaration? Task, InputValues Inputs, GlobalValues Global, bool Help)
{
    /// <summary>Parses in two steps: first which task is meant, then with the inputs of that task alone.</summary>
    /// <exception cref="TaskFailedException">Bad usage.</exception>
    public static CommandLine Parse(
        IReadOnlyList<string> args, EnvironmentSnapshot environment, IReadOnlyList<TaskEntry> catalog)
    {
        var names = new CommandTree(catalog, task: null);
        var parsed = names.Parse(args);
        var name = parsed.CommandResult.Command.Name;
        var entry = parsed.CommandResult.Parent is null ? null : catalog.FirstOrDefault(entry => entry.Name == name);
        if (entry is null)
            return OnlyHelp(names, parsed, catalog);

        var task = entry.Load();
        var tree = new CommandTree(catalog, task);
        parsed = tree.Parse(args);
        if (tree.IsHelp(parsed))
            return new CommandLine(task, new InputValues(), GlobalValues.Guess(args), Help: true);
        UsageCheck.Require(args, parsed, task, tree);
        var surroundings = new EnvironmentInputs(environment);
        surroundings.RequireKnown(task, GlobalInputs.All);
        var inputs = Read(parsed, tree, task, surroundings);
        return new CommandLine(task, inputs, GlobalValues.From(inputs), Help: false);
    }

    private static CommandLine OnlyHelp(CommandTree names, ParseResult parsed, IReadOnlyList<TaskEntry> catalog) =>
        names.IsHelp(parsed)
            ? new CommandLine(null, new InputValues(), GlobalValues.Guess([]), Help: true)
            : throw UsageCheck.NoCommand(parsed, catalog);

    private static InputValues Read(
        ParseResult parsed, CommandTree tree, TaskDeclaration task, EnvironmentInputs environment)
    {
        var inputs = new InputValues();
        foreach (var (input, symbol) in tree.Symbols)
        {
            var given = parsed.Given(symbol);
            inputs.Add(input.Name, given.Count > 0 ? given : environment.Texts(input));
        }

        foreach (var secret in task.Inputs.Where(input => input.Secret))
            inputs.Add(secret.Name, environment.Texts(secret));
        return inputs;
    }
}
