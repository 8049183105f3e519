using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The page of a task in docs/reference.</summary>
internal static class ReferencePage
{
    public static string Render(TaskDeclaration task)
    {
        var text = new StringBuilder($"# {task.Name}\n\n{task.Summary}\n\n{Hosts(task)}\n");
        AppendExamples(text, task);
        AppendInputs(text, task);
        AppendSecrets(text, task);
        AppendOutputs(text, task);
        AppendExitCodes(text);
        return text.Append($"\n<!-- {DeclaredFiles.Origin} -->\n").ToString();
    }

    private static string Hosts(TaskDeclaration task)
    {
        var command = $"`gitops {task.Name}`";
        return task.Name switch
        {
            "demo" => $"Command: {command}.",
            "run" => $"Command: {command}. Action: `actions/{task.Name}`, and the action of the repository itself.",
            _ => $"Command: {command}. Action: `actions/{task.Name}`. MSBuild: the target `{HostNames.MSBuildTask(task)}`. "
                + $"Cake: the alias `GitOps{HostNames.Pascal(task.Name)}`.",
        };
    }

    private static void AppendExamples(StringBuilder text, TaskDeclaration task)
    {
        if (task.Examples.Count == 0)
            return;
        text.Append("\n## Examples\n\n```sh\n");
        foreach (var example in task.Examples)
            text.Append($"# {example.Effect}\ngitops {example.Command}\n");
        text.Append("```\n");
    }

    private static void AppendInputs(StringBuilder text, TaskDeclaration task)
    {
        text.Append("\n## Inputs\n\nA list is a repeated option, lines of an action's input, or items separated by `;` in MSBuild.\n\n");
        var hasProperties = DeclaredFiles.BuildTasks.Any(other => other.Name == task.Name);
        text.Append($"| Command | Action |{(hasProperties ? " MSBuild | Cake |" : "")} Value | Default | What it is |\n");
        text.Append($"|---|---|{(hasProperties ? "---|---|" : "")}---|---|---|\n");
        foreach (var input in task.Inputs.Where(input => !input.Secret))
        {
            var command = input.Positional ? $"`{input.Placeholder ?? input.Name.ToUpperInvariant()}`" : $"`--{input.Name}`";
            var action = task.Name == "demo" ? "" : $"`{input.Name}`";
            var properties = hasProperties ? $" `{HostNames.MSBuildProperty(task, input.Name)}` | `{HostNames.Pascal(input.Name)}` |" : "";
            text.Append($"| {command} | {action} |{properties} {Shape(input)} | {Default(input)} | {Cell(input.Description)} |\n");
        }
    }

    private static void AppendSecrets(StringBuilder text, TaskDeclaration task)
    {
        var secrets = task.Inputs.Where(input => input.Secret).ToList();
        if (secrets.Count == 0)
            return;
        text.Append("\n## Secrets\n\nFrom the environment only, in every host.\n\n| Variable | What it is |\n|---|---|\n");
        foreach (var secret in secrets)
            text.Append($"| `{secret.SecretVariable}` | {Cell(secret.Description)} |\n");
    }

    private static void AppendOutputs(StringBuilder text, TaskDeclaration task)
    {
        if (task.DeclaredOutputs.Count == 0)
            return;
        var hasProperties = DeclaredFiles.BuildTasks.Any(other => other.Name == task.Name);
        text.Append("\n## Outputs\n\n");
        text.Append($"| Command, action |{(hasProperties ? " MSBuild | Cake |" : "")} Value | What it is |\n");
        text.Append($"|---|{(hasProperties ? "---|---|" : "")}---|---|\n");
        foreach (var output in task.DeclaredOutputs)
        {
            var properties = hasProperties ? $" `{HostNames.MSBuildResult(task, output.Name)}` | `{HostNames.Pascal(output.Name)}` |" : "";
            text.Append($"| `{output.Name}` |{properties} {Shape(output.Kind)} | {Cell(output.Description)} |\n");
        }
    }

    private static void AppendExitCodes(StringBuilder text) => text.Append("""

        ## Exit codes

        | Code | Meaning |
        |---|---|
        | 0 | Done, also where there was nothing to do. |
        | 1 | Findings, or a change that was refused. |
        | 2 | Bad usage or configuration. |
        | 3 | An outside system failed, after retries. |
        | 4 | Refused for good: authentication, a protected branch. |
        | 130 | Cancelled. |

        An MSBuild target fails, and a Cake alias throws, for every code but 0.

        """);

    private static string Shape(TaskInput input) => input.Kind == InputKind.Choice
        ? string.Join(", ", input.Choices.Select(choice => $"`{choice}`"))
        : Shape(input.Kind) + (input.Placeholder is { } placeholder ? $" `{Cell(placeholder)}`" : "");

    private static string Shape(InputKind kind) => kind switch
    {
        InputKind.Flag => "`true` or `false`",
        InputKind.Number => "a number",
        InputKind.TextList => "a list",
        _ => "a text",
    };

    private static string Default(TaskInput input) => input.Required ? "required" : input.Default is { } value ? $"`{value}`" : "";

    private static string Cell(string text) => text.Replace("|", "\\|");
}
