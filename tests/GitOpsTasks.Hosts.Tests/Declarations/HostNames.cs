using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>What tasks, inputs and outputs are called in each host.</summary>
internal static class HostNames
{
    public static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Task and target; not GitOpsBuild, which would read as a part of the target Build.</summary>
    public static string MSBuildTask(TaskDeclaration task) => task.Name == "build" ? "GitOpsBuildImage" : $"GitOps{Pascal(task.Name)}";

    /// <summary>The property a target takes an input from.</summary>
    public static string MSBuildProperty(TaskDeclaration task, string input) => $"GitOps{Pascal(task.Name)}{Pascal(input)}";

    /// <summary>The property a target leaves an output in; inputs and outputs may have the same name.</summary>
    public static string MSBuildResult(TaskDeclaration task, string output) => $"GitOps{Pascal(task.Name)}Result{Pascal(output)}";
}
