using System.Text;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Cli;

/// <summary>The help pages, made from declarations.</summary>
internal static class HelpText
{
    /// <summary>The page of <c>gitops --help</c>: commands, global options, exit codes.</summary>
    public static string Root(IReadOnlyList<TaskEntry> catalog)
    {
        var text = new StringBuilder();
        text.Append("gitops does the CI half of GitOps: it builds, checks and writes what an agent in the cluster applies.\n\n");
        text.Append("Usage:\n  gitops COMMAND [OPTION]... [ARGUMENT]...\n");
        text.Append("\nBegin with:\n");
        text.Append("  gitops demo\n      the whole chain on an example, in a new folder\n");
        text.Append("  gitops init --dry-run\n      what it takes in a repository of your own\n");
        HelpSection.Append(text, "Commands of a pipeline", catalog.Where(entry => !entry.IsForPeople).Select(Row));
        HelpSection.Append(text, "Commands for people", catalog.Where(entry => entry.IsForPeople).Select(Row));
        HelpSection.Append(text, "Global options", GlobalInputs.All.Select(HelpRow.Of));
        HelpSection.Append(text, "Other options",
        [
            new("--help, -h", "Shows this page, or that of a command."),
            new("--version", "Prints the version."),
        ]);
        HelpSection.Append(text, "Exit codes",
        [
            new("0", "Done, also where there was nothing to do."),
            new("1", "Findings, or a change that was refused."),
            new("2", "Bad usage or configuration."),
            new("3", "An outside system failed, after retries."),
            new("4", "Refused for good: authentication, a protected branch."),
            new("130", "Cancelled."),
        ]);
        return text.Append("\n'gitops COMMAND --help' tells all about a command, with examples.\n").ToString();

        static HelpRow Row(TaskEntry entry) => new(entry.Name, entry.Summary);
    }

    /// <summary>The page of one command.</summary>
    public static string Of(TaskDeclaration task)
    {
        var options = task.Inputs.Where(input => input is { Secret: false, Positional: false }).ToList();
        var text = new StringBuilder();
        text.AppendJoin('\n', HelpSection.Wrap(task.Summary)).Append("\n\nUsage:\n  ").Append(Usage(task)).Append('\n');
        AppendExamples(text, task.Examples);
        HelpSection.Append(text, "Arguments", task.Inputs.Where(input => input.Positional).Select(HelpRow.Of));
        HelpSection.Append(text, "Required options", options.Where(input => input.Required).Select(HelpRow.Of));
        AppendOptions(text, [.. options.Where(input => !input.Required)], HelpGroups.Of(task.Name));
        HelpSection.Append(
            text, "Secrets, from the environment only", task.Inputs.Where(input => input.Secret).Select(HelpRow.Of));
        HelpSection.Append(text, "Global options", GlobalInputs.All.Select(HelpRow.Of));
        HelpSection.Append(
            text, "Outputs", task.DeclaredOutputs.Select(output => new HelpRow(output.Name, output.Description)));
        return text.ToString();
    }

    private static string Usage(TaskDeclaration task)
    {
        var required = from input in task.Inputs
                       where input is { Required: true, Secret: false, Positional: false }
                       select HelpRow.LabelOf(input);
        var positional = from input in task.Inputs
                         where input.Positional
                         select input.Required ? HelpRow.LabelOf(input) : $"[{HelpRow.LabelOf(input)}]";
        return string.Join(' ', [$"gitops {task.Name}", .. required, "[OPTION]...", .. positional]);
    }

    // In their sections; what stands in none comes first.
    private static void AppendOptions(StringBuilder text, List<TaskInput> options, IReadOnlyList<HelpGroup> groups)
    {
        var others = options.Where(option => !groups.Any(group => group.Options.Contains(option.Name)));
        HelpSection.Append(text, "Options", others.Select(HelpRow.Of));
        foreach (var group in groups)
            HelpSection.Append(text, group.Title, options.Where(option => group.Options.Contains(option.Name)).Select(HelpRow.Of));
    }

    private static void AppendExamples(StringBuilder text, IReadOnlyList<TaskExample> examples)
    {
        if (examples.Count == 0)
            return;
        text.Append("\nExamples:\n");
        foreach (var example in examples)
            text.Append("  gitops ").Append(example.Command).Append("\n      ").Append(example.Effect).Append('\n');
    }
}
