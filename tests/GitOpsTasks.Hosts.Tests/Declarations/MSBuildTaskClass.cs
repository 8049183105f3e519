using System.Security;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The MSBuild task class of a task: a bag of properties over the shared runner.</summary>
internal static class MSBuildTaskClass
{
    public static string Render(TaskDeclaration task)
    {
        var text = new StringBuilder($$"""
            // {{DeclaredFiles.Origin}}
            using Microsoft.Build.Framework;

            namespace GitOpsTasks.MSBuild;

            /// <summary>{{SecurityElement.Escape(task.Summary)}}</summary>
            [MSBuildMultiThreadableTask]
            public sealed class {{HostNames.MSBuildTask(task)}} : GitOpsTask
            {

            """);
        var outputs = task.DeclaredOutputs.Where(output => !output.Secret).ToList();
        foreach (var input in task.Inputs.Where(input => !input.Secret))
        {
            // None is [Required]: the engine says what is missing, as in every host.
            // An input that is also an output is one property: MSBuild reads it before the task runs and again after.
            var output = outputs.Find(output => output.Name == input.Name);
            Append(text, input.Name, input.Kind, output is null ? input.Description : $"{input.Description} After the run: {output.Description}",
                (output is null ? "" : "    [Output]\n"), forOutput: false);
        }

        foreach (var output in outputs.Where(output => task.Inputs.All(input => input.Name != output.Name)))
            Append(text, output.Name, output.Kind, output.Description, "    [Output]\n", forOutput: true);
        text.Append($"    private protected override string TaskName => \"{task.Name}\";\n");
        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, string name, InputKind kind, string description, string attributes, bool forOutput)
    {
        var (type, start) = kind switch
        {
            InputKind.Flag => ("bool", ""),
            InputKind.TextList => ("string[]", " = [];"),
            InputKind.Number when forOutput => ("int", ""),
            _ => ("string?", ""),
        };
        text.Append($"    /// <summary>{SecurityElement.Escape(description)}</summary>\n{attributes}");
        text.Append($"    public {type} {HostNames.Pascal(name)} {{ get; set; }}{start}\n\n");
    }
}
