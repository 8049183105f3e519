using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>
/// The project of the MSBuild package that runs requests. MSBuild builds a project with the same properties once in a build, on
/// whatever node it was asked for: the request is such a property, and so it runs once.
/// </summary>
internal static class MSBuildRequests
{
    /// <summary>The declarations of the task classes.</summary>
    public static string RenderUsing(IReadOnlyList<TaskDeclaration> tasks)
    {
        var text = new StringBuilder($"""
            <!-- {DeclaredFiles.Origin} -->
            <Project>

              <!-- msbuild.exe and Visual Studio run these tasks in a .NET process of their own. -->

            """);
        foreach (var task in tasks.Select(HostNames.MSBuildTask).Append("GitOpsPublishedImage"))
        {
            var name = $"GitOpsTasks.MSBuild.{task}";
            text.Append($"  <UsingTask TaskName=\"{name}\" AssemblyFile=\"$(GitOpsTasksAssembly)\" Runtime=\"NET\" TaskFactory=\"TaskHostFactory\" Condition=\"'$(GitOpsTaskHost)' == 'true'\" />\n");
            text.Append($"  <UsingTask TaskName=\"{name}\" AssemblyFile=\"$(GitOpsTasksAssembly)\" Runtime=\"NET\" Condition=\"'$(GitOpsTaskHost)' != 'true'\" />\n");
        }

        return text.Append("\n</Project>\n").ToString();
    }

    /// <summary>The project: a target for each task, which takes the request and returns an item with the outputs.</summary>
    public static string RenderProject(IReadOnlyList<TaskDeclaration> tasks)
    {
        var text = new StringBuilder($"""
            <!-- {DeclaredFiles.Origin} -->
            <Project>

              <Import Project="$(MSBuildThisFileDirectory)GitOpsTasks.MSBuild.Using.targets" />

              <ItemGroup>
                <GitOpsRead Include="$([MSBuild]::Unescape('$(GitOpsReads)'))" />
              </ItemGroup>

            """);
        foreach (var task in tasks)
            AppendTarget(text, task);
        return text.Append("\n</Project>\n").ToString();
    }

    /// <summary>The metadata of the returned item that holds an output; some outputs have the names of MSBuild's own metadata.</summary>
    public static string Metadata(TaskOutput output) => $"Out{HostNames.Pascal(output.Name)}";

    private static void AppendTarget(StringBuilder text, TaskDeclaration task)
    {
        var name = HostNames.MSBuildTask(task);
        var isIncremental = task.Name == "generate";
        text.Append($"\n  <Target Name=\"{name}\"{(isIncremental ? " Inputs=\"@(GitOpsRead)\" Outputs=\"$(GitOpsStamp)\"" : "")} Returns=\"@(_{name}Result)\">\n");
        text.Append($"    <{name} ProjectDirectory=\"$(MSBuildProjectDirectory)\" Request=\"$(GitOpsRequest)\">\n");
        foreach (var output in MSBuildTargets.OutputsOf(task))
            text.Append($"      <Output TaskParameter=\"{HostNames.Pascal(output.Name)}\" PropertyName=\"_{Metadata(output)}\" />\n");
        text.Append($"    </{name}>\n");
        if (isIncremental)
            text.Append(Stamp);
        text.Append($"    <ItemGroup>\n      <_{name}Result Include=\"{task.Name}\">\n");
        foreach (var output in MSBuildTargets.OutputsOf(task))
            text.Append($"        <{Metadata(output)}>$(_{Metadata(output)})</{Metadata(output)}>\n");
        text.Append($"      </_{name}Result>\n    </ItemGroup>\n  </Target>\n");
    }

    private const string Stamp = """
            <ItemGroup>
              <_GitOpsWritten Include="$([MSBuild]::Unescape('$(GitOpsWrites)'))" />
            </ItemGroup>
            <WriteLinesToFile File="$(GitOpsStamp)" Lines="@(_GitOpsWritten->'%(FullPath)')" Overwrite="true" />

        """;
}
