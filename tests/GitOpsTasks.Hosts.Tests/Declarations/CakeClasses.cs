using System.Security;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The settings and the result class of a Cake alias.</summary>
internal static class CakeClasses
{
    public static string RenderSettings(TaskDeclaration task)
    {
        var properties = from input in task.Inputs
                         where !input.Secret
                         select (input.Name, input.Kind, Description: Describe(input), Nullable: true);
        return Render(task, "Settings", "Settings of", " : GitOpsSettings", properties, "get; set;");
    }

    public static string RenderResult(TaskDeclaration task)
    {
        var properties = from output in task.DeclaredOutputs
                         where !output.Secret
                         select (output.Name, output.Kind, output.Description, Nullable: false);
        return Render(task, "Result", "What came of", "", properties, "get; init;");
    }

    private static string Describe(TaskInput input) =>
        input.Default is { } value and not "false" ? $"{input.Description} Default: {value}." : input.Description;

    private static string Render(
        TaskDeclaration task, string suffix, string what, string inherits,
        IEnumerable<(string Name, InputKind Kind, string Description, bool Nullable)> properties, string accessors)
    {
        var name = HostNames.Pascal(task.Name);
        var text = new StringBuilder($$"""
            // {{DeclaredFiles.Origin}}
            namespace Cake.GitOps;

            /// <summary>{{what}} GitOps{{name}}. {{SecurityElement.Escape(task.Summary)}}</summary>
            public sealed class GitOps{{name}}{{suffix}}{{inherits}}
            {

            """);
        text.AppendJoin('\n', properties.Select(property => $$"""
                /// <summary>{{SecurityElement.Escape(property.Description)}}</summary>
                public {{Type(property.Kind, property.Nullable)}} {{HostNames.Pascal(property.Name)}} { {{accessors}} }{{(property.Kind == InputKind.TextList ? " = [];" : "")}}

            """));
        return text.Append("}\n").ToString();
    }

    private static string Type(InputKind kind, bool nullable) => kind switch
    {
        InputKind.Flag => nullable ? "bool?" : "bool",
        InputKind.Number => nullable ? "int?" : "int",
        InputKind.TextList => "IReadOnlyList<string>",
        _ => "string?",
    };
}
