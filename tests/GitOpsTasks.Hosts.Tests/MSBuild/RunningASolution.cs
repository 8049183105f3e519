namespace GitOpsTasks.Hosts.Tests.MSBuild;

[Collection(nameof(BuildFolders))]
public sealed class RunningASolution(BuildFolder build)
{
    [Theory]
    [InlineData("all.sln", "-mt:false")]
    [InlineData("all.slnx", "-mt:false")]
    [InlineData("all.slnx", "-mt")]
    public async Task Lints_a_folder_once_that_all_projects_ask_for_on_whatever_node(string solution, string threading)
    {
        build.Folder.Write("deploy/shared/config.yaml", Manifests.DuplicateKey);
        var run = await DotNet.RunAsync(
            build.Folder.FullPath, "build", solution, "--no-restore", "-t:GitOpsLint", "-p:GitOpsLintPath=../../deploy/shared", "-maxCpuCount:2", "-tl:off", "-clp:NoSummary", threading);
        run.ExitCode.ShouldBe(1, run.Text);
        run.Text[..run.Text.IndexOf("Build FAILED", StringComparison.Ordinal)].Split("error GOT2101").Length.ShouldBe(2, run.Text);
    }

    [Fact]
    public async Task Runs_what_differs_from_project_to_project_for_each()
    {
        foreach (var name in (string[])["app", "b", "c"])
            build.Folder.Write($"deploy/each/{name}.yaml", Manifests.Deployment($"ghcr.io/acme/{name}:1.0.0"));
        build.Folder.Write("Directory.Build.props", "<Project><PropertyGroup><GitOpsBumpPath>../../deploy/each</GitOpsBumpPath><GitOpsBumpImage>ghcr.io/acme/$(MSBuildProjectName):1.1.0</GitOpsBumpImage></PropertyGroup></Project>");
        var run = await DotNet.RunAsync(build.Folder.FullPath, "build", "all.slnx", "--no-restore", "-t:GitOpsBump", "-maxCpuCount:2", "-tl:off");
        build.Folder.Write("Directory.Build.props", "<Project />");
        run.ExitCode.ShouldBe(0, run.Text);
        foreach (var name in (string[])["app", "b", "c"])
            build.Folder.Read($"deploy/each/{name}.yaml").ShouldBe(Manifests.Deployment($"ghcr.io/acme/{name}:1.1.0"));
    }
}
