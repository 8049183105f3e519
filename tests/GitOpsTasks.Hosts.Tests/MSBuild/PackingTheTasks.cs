namespace GitOpsTasks.Hosts.Tests.MSBuild;

public sealed class PackingTheTasks(PackedHosts packed)
{
    [Fact]
    public async Task Has_the_engine_beside_the_tasks_and_nothing_of_MSBuild() =>
        Packages.Entries(await packed.PackageAsync("GitOpsTasks.MSBuild")).ShouldBe(
        [
            "GitOpsTasks.MSBuild.nuspec",
            "LICENSE",
            "README.md",
            "build/GitOpsTasks.MSBuild.Container.targets",
            "build/GitOpsTasks.MSBuild.Run.proj",
            "build/GitOpsTasks.MSBuild.Using.targets",
            "build/GitOpsTasks.MSBuild.props",
            "build/GitOpsTasks.MSBuild.targets",
            "buildMultiTargeting/GitOpsTasks.MSBuild.props",
            "buildMultiTargeting/GitOpsTasks.MSBuild.targets",
            "icon.png",
            "tasks/net10.0/DiffPlex.dll",
            "tasks/net10.0/GitOpsTasks.MSBuild.deps.json",
            "tasks/net10.0/GitOpsTasks.MSBuild.dll",
            "tasks/net10.0/GitOpsTasks.MSBuild.xml",
            "tasks/net10.0/GitOpsTasks.dll",
            "tasks/net10.0/GitOpsTasks.pdb",
            "tasks/net10.0/Polly.Core.dll",
        ]);
}
