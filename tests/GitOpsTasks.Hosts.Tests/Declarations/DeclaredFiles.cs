using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>All files that are made from declarations.</summary>
internal static class DeclaredFiles
{
    /// <summary>Rewrites the files; also what a stale file's test says.</summary>
    public const string Update =
        "GITOPSTASKS_UPDATE=1 dotnet run --project tests/GitOpsTasks.Hosts.Tests -- -class \"*KeepingTheDeclaredFiles\"";

    /// <summary>Says in each file where it comes from.</summary>
    public const string Origin = "Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.";

    public static IReadOnlyList<DeclaredFile> All => [.. Files()];

    private static IEnumerable<DeclaredFile> Files()
    {
        foreach (var task in TaskCatalog.All)
            yield return new($"docs/reference/{task.Name}.md", ReferencePage.Render(task));
        foreach (var task in TaskCatalog.Entries.Where(entry => !entry.IsForPeople).Select(entry => entry.Load()))
            yield return new($"actions/{task.Name}/action.yml", ActionFile.Render(task, "../../Dockerfile"));
        foreach (var run in TaskCatalog.All.Where(task => task.Name == "run"))
            yield return new("action.yml", ActionFile.Render(run, "Dockerfile"));
        foreach (var task in BuildTasks)
        {
            var name = HostNames.Pascal(task.Name);
            yield return new($"msbuild/GitOpsTasks.MSBuild/Tasks/{HostNames.MSBuildTask(task)}.cs", MSBuildTaskClass.Render(task));
            yield return new($"build/Cake.GitOps/Aliases/GitOpsAliases.{name}.cs", CakeAlias.Render(task));
            yield return new($"build/Cake.GitOps/Settings/GitOps{name}Settings.cs", CakeClasses.RenderSettings(task));
            yield return new($"build/Cake.GitOps/Results/GitOps{name}Result.cs", CakeClasses.RenderResult(task));
        }

        const string Targets = "msbuild/GitOpsTasks.MSBuild/build/GitOpsTasks.MSBuild";
        yield return new($"{Targets}.targets", MSBuildTargets.Render(BuildTasks));
        yield return new($"{Targets}.Using.targets", MSBuildRequests.RenderUsing(BuildTasks));
        yield return new($"{Targets}.Run.proj", MSBuildRequests.RenderProject(BuildTasks));
    }

    /// <summary>The tasks that build scripts run one by one; they compose them themselves.</summary>
    public static IReadOnlyList<TaskDeclaration> BuildTasks =>
        [.. TaskCatalog.Entries.Where(entry => entry is { IsForPeople: false, Name: not "run" }).Select(entry => entry.Load())];
}
