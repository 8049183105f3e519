using System.Text;
using GitOpsTasks.Cli;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The action.yml of a task: a container action whose inputs are the task's and come by environment.</summary>
internal static class ActionFile
{
    /// <summary>Options of the command itself that make sense in a workflow step.</summary>
    private static IReadOnlyList<TaskInput> CommandInputs { get; } = [GlobalInputs.Directory, GlobalInputs.Verbosity];

    public static string Render(TaskDeclaration task, string image)
    {
        var text = new StringBuilder($"""
            # {DeclaredFiles.Origin}
            name: {Quote($"GitOps {task.Name}")}
            description: {Quote(task.Summary)}
            author: GitOpsTasks contributors
            branding:
              icon: git-pull-request
              color: blue
            inputs:

            """);
        foreach (var input in task.Inputs.Where(input => !input.Secret).Concat(CommandInputs))
            AppendInput(text, input);
        if (task.DeclaredOutputs.Count > 0)
            text.Append("outputs:\n");
        foreach (var output in task.DeclaredOutputs)
            text.Append($"  {output.Name}:\n    description: {Quote(Describe(output))}\n");
        return text.Append($"runs:\n  using: docker\n  image: {image}\n  args:\n    - {task.Name}\n").ToString();
    }

    private static void AppendInput(StringBuilder text, TaskInput input)
    {
        text.Append($"  {input.Name}:\n    description: {Quote(Describe(input))}\n");
        text.Append($"    required: {(input.Required ? "true" : "false")}\n");
        if (input.Default is { } value)
            text.Append($"    default: {Quote(value)}\n");
    }

    private static string Describe(TaskInput input) => input.Kind switch
    {
        InputKind.TextList => $"{input.Description} One per line.",
        InputKind.Choice => $"{input.Description} One of: {string.Join(", ", input.Choices)}.",
        InputKind.Flag => $"{input.Description} true or false.",
        _ => input.Description,
    };

    private static string Describe(TaskOutput output) => output.Kind switch
    {
        InputKind.TextList => $"{output.Description} One per line.",
        InputKind.Flag => $"{output.Description} true or false.",
        _ => output.Description,
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''")}'";
}
