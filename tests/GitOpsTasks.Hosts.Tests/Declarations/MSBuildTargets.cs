using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>
/// The targets file of the MSBuild package: a target for each task, none hooked into Build. A target only puts its request
/// together; the project of <see cref="MSBuildRequests"/> runs it, once per build however many projects ask for it.
/// </summary>
internal static class MSBuildTargets
{
    // What a project is built for has no part in a request: with it, two projects that ask for the same would differ.
    private const string OfOneProject = "TargetFramework;RuntimeIdentifier;SelfContained;Configuration;Platform";

    public static string Render(IReadOnlyList<TaskDeclaration> tasks)
    {
        var text = new StringBuilder($"""
            <!-- {DeclaredFiles.Origin} -->
            <Project>

              <Import Project="$(MSBuildThisFileDirectory)GitOpsTasks.MSBuild.Using.targets" />
              <Import Project="$(MSBuildThisFileDirectory)GitOpsTasks.MSBuild.Container.targets" />

            """);
        foreach (var task in tasks)
            AppendTarget(text, task);
        return text.Append("\n</Project>\n").ToString();
    }

    /// <summary>The outputs of a task that are not secret.</summary>
    public static IEnumerable<TaskOutput> OutputsOf(TaskDeclaration task) => task.DeclaredOutputs.Where(output => !output.Secret);

    private static void AppendTarget(StringBuilder text, TaskDeclaration task)
    {
        var name = HostNames.MSBuildTask(task);
        var isIncremental = task.Name == "generate";
        text.Append($"\n  <!-- {task.Summary} -->\n");
        text.Append($"  <Target Name=\"{name}\" Condition=\"'$(DesignTimeBuild)' != 'true' and '$(GitOpsSkip)' != 'true'\">\n");
        text.Append($"    <{name} RequestOnly=\"true\" ProjectDirectory=\"$(MSBuildProjectDirectory)\"");
        foreach (var input in task.Inputs.Where(input => !input.Secret))
            text.Append($"\n        {HostNames.Pascal(input.Name)}=\"$({HostNames.MSBuildProperty(task, input.Name)})\"");
        text.Append($">\n      <Output TaskParameter=\"Request\" PropertyName=\"_GitOpsRequest\" />\n    </{name}>\n");
        if (isIncremental)
            text.Append(Incremental);
        text.Append($"    <MSBuild Projects=\"$(MSBuildThisFileDirectory)GitOpsTasks.MSBuild.Run.proj\" Targets=\"{name}\" RemoveProperties=\"{OfOneProject}\"\n");
        text.Append($"        Properties=\"GitOpsTasksAssembly=$(GitOpsTasksAssembly);GitOpsTaskHost=$(GitOpsTaskHost);GitOpsRequest=$(_GitOpsRequest){(isIncremental ? ";GitOpsStamp=$(_GitOpsStamp);GitOpsReads=$([MSBuild]::Escape('$(_GitOpsReads)'));GitOpsWrites=$([MSBuild]::Escape('$(_GitOpsWrites)'))" : "")}\">\n");
        text.Append($"      <Output TaskParameter=\"TargetOutputs\" ItemName=\"_{name}Result\" />\n    </MSBuild>\n    <PropertyGroup>\n");
        foreach (var output in OutputsOf(task))
            text.Append($"      <{HostNames.MSBuildResult(task, output.Name)}>@(_{name}Result->'%({MSBuildRequests.Metadata(output)})')</{HostNames.MSBuildResult(task, output.Name)}>\n");
        if (isIncremental)
            text.Append("      <GitOpsGenerateResultChanged Condition=\"'$(GitOpsGenerateResultChanged)' == ''\">false</GitOpsGenerateResultChanged>\n");
        text.Append("    </PropertyGroup>\n  </Target>\n");
    }

    // A spec names files beside it, so all of its folder is read. The stamp is newer than what was made of them, and lists that.
    private const string Incremental = """
            <ItemGroup>
              <_GitOpsSpec Include="$(GitOpsGenerateSpec)" />
            </ItemGroup>
            <PropertyGroup>
              <_GitOpsReads>@(_GitOpsSpec->'%(FullPath)');@(_GitOpsSpec->'%(RootDir)%(Directory)**/*')</_GitOpsReads>
              <_GitOpsWrites Condition="'$(GitOpsGenerateOut)' != ''">$([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(GitOpsGenerateOut)').Replace('{app}', '*'))/**/*</_GitOpsWrites>
              <_GitOpsStamp>$([System.IO.Path]::Combine('$(MSBuildProjectDirectory)', '$(BaseIntermediateOutputPath)'))gitops-generate.$([MSBuild]::StableStringHash('$(GitOpsTasksAssembly)$(_GitOpsRequest)', 'Sha256').Substring(0, 16)).stamp</_GitOpsStamp>
            </PropertyGroup>
            <ReadLinesFromFile File="$(_GitOpsStamp)">
              <Output TaskParameter="Lines" ItemName="_GitOpsWritten" />
            </ReadLinesFromFile>
            <ItemGroup>
              <_GitOpsMissing Include="@(_GitOpsWritten)" Condition="!Exists('%(FullPath)')" />
            </ItemGroup>
            <Delete Files="$(_GitOpsStamp)" Condition="'@(_GitOpsMissing)' != '' or '$(GitOpsGenerateCheck)' == 'true' or '$(GitOpsGenerateDryRun)' == 'true' or '$(GitOpsGenerateDiff)' == 'true'" />

        """;
}
