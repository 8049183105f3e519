using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The file with the Cake alias of a task.</summary>
internal static class CakeAlias
{
    public static string Render(TaskDeclaration task)
    {
        var name = HostNames.Pascal(task.Name);
        return $$"""
            // {{DeclaredFiles.Origin}}
            using Cake.Core;
            using Cake.Core.Annotations;

            namespace Cake.GitOps;

            public static partial class GitOpsAliases
            {
                /// <summary>{{Xml(task.Summary)}}</summary>
                /// <param name="context">The script's context.</param>
                /// <param name="settings">The inputs.</param>
                /// <returns>The outputs.</returns>
                /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
            {{Examples(task)}}    [CakeMethodAlias]
                [CakeAliasCategory("{{name}}")]
                public static GitOps{{name}}Result GitOps{{name}}(this ICakeContext context, GitOps{{name}}Settings settings) =>
                    Run<GitOps{{name}}Result>(context, "{{task.Name}}", settings);
            }

            """;
    }

    private static string Examples(TaskDeclaration task)
    {
        var text = new StringBuilder();
        foreach (var example in task.Examples)
        {
            text.Append($"    /// <example>\n    /// <para>{Xml(example.Effect)}:</para>\n    /// <code>\n");
            foreach (var line in CakeExample.Render(task, example).Split('\n'))
                text.Append($"    /// {Xml(line)}\n");
            text.Append("    /// </code>\n    /// </example>\n");
        }

        return text.ToString();
    }

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
