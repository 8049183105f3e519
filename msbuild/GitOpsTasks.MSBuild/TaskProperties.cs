using System.Globalization;
using System.Reflection;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.MSBuild;

/// <summary>Moves inputs from, and outputs to, the properties of a task object that are named like them.</summary>
internal static class TaskProperties
{
    /// <summary>The property's name: <c>dry-run</c> is <c>DryRun</c>.</summary>
    public static string NameOf(string inputOrOutput) =>
        string.Concat(inputOrOutput.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The texts of all inputs that are not secret.</summary>
    public static InputTexts Read(GitOpsTask target, TaskDeclaration task)
    {
        var texts = new InputTexts();
        foreach (var input in task.Inputs.Where(input => !input.Secret))
            texts.Add(input.Name, Texts(PropertyOf(target, input.Name).GetValue(target)));
        return texts;
    }

    /// <summary>Sets all outputs; those without a value become empty.</summary>
    public static void Write(GitOpsTask target, TaskDeclaration task, TaskOutcome outcome)
    {
        var values = outcome.Outputs.ToDictionary(pair => pair.Key.Name, pair => pair.Value);
        foreach (var output in task.DeclaredOutputs.Where(output => !output.Secret))
            PropertyOf(target, output.Name).SetValue(target, Value(output.Kind, values.GetValueOrDefault(output.Name)));
    }

    private static PropertyInfo PropertyOf(GitOpsTask target, string name) => target.GetType().GetProperty(NameOf(name))
        ?? throw new MissingMemberException(target.GetType().Name, NameOf(name));

    private static string[] Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        string[] texts => texts,
        bool flag => [flag ? "true" : "false"],
        _ => throw new InvalidOperationException($"A property of type {value.GetType()} is no input."),
    };

    private static object? Value(InputKind kind, string? text) => kind switch
    {
        InputKind.Flag => text == "true",
        InputKind.Number => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture),
        InputKind.TextList => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
        _ => text ?? "",
    };
}
