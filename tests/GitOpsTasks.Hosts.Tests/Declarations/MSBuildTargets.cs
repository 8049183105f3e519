using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The targets file of the MSBuild package: a target for each task, none hooked into Build.</summary>
internal static class MSBuildTargets
{
    public static string Render(IReadOnlyList<TaskDeclaration> tasks)
    {
        var text = new StringBuilder($"""
            <!-- {DeclaredFiles.Origin} -->
            <Project>


            """);
        text.Append("  <!-- msbuild.exe and Visual Studio run these tasks in a .NET process of their own. -->\n");
        foreach (var task in tasks)
        {
            var name = $"GitOpsTasks.MSBuild.{HostNames.MSBuildTask(task)}";
            text.Append($"  <UsingTask TaskName=\"{name}\" AssemblyFile=\"$(GitOpsTasksAssembly)\" Runtime=\"NET\" TaskFactory=\"TaskHostFactory\" Condition=\"'$(MSBuildRuntimeType)' == 'Full'\" />\n");
            text.Append($"  <UsingTask TaskName=\"{name}\" AssemblyFile=\"$(GitOpsTasksAssembly)\" Runtime=\"NET\" Condition=\"'$(MSBuildRuntimeType)' != 'Full'\" />\n");
        }

        foreach (var task in tasks)
            AppendTarget(text, task);
        return text.Append("\n</Project>\n").ToString();
    }

    private static void AppendTarget(StringBuilder text, TaskDeclaration task)
    {
        var name = HostNames.MSBuildTask(task);
        text.Append($"\n  <!-- {task.Summary} -->\n");
        text.Append($"  <Target Name=\"{name}\" Condition=\"'$(DesignTimeBuild)' != 'true' and '$(GitOpsSkip)' != 'true'\">\n");
        text.Append($"    <{name} ProjectDirectory=\"$(MSBuildProjectDirectory)\"");
        foreach (var input in task.Inputs.Where(input => !input.Secret))
            text.Append($"\n        {HostNames.Pascal(input.Name)}=\"$({HostNames.MSBuildProperty(task, input.Name)})\"");
        text.Append(">\n");
        foreach (var output in task.DeclaredOutputs.Where(output => !output.Secret))
        {
            text.Append($"      <Output TaskParameter=\"{HostNames.Pascal(output.Name)}\" PropertyName=\"{HostNames.MSBuildResult(task, output.Name)}\" />\n");
        }

        text.Append($"    </{name}>\n  </Target>\n");
    }
}
