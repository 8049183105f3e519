namespace GitOpsTasks.Hosts.Tests.MSBuild;

[Collection(nameof(BuildFolders))]
public sealed class RunningTargets(BuildFolder build)
{
    [Theory]
    [InlineData("-mt:false")]
    [InlineData("-mt")]
    [InlineData("-p:GitOpsTaskHost=true")]
    public async Task Lints_and_tells_file_line_and_column_as_compilers_do(string way)
    {
        build.Folder.Write("deploy/bad/config.yaml", Manifests.DuplicateKey);
        var run = await build.BuildAsync("-t:GitOpsLint", "-p:GitOpsLintPath=../../deploy/bad", way);
        run.ExitCode.ShouldBe(1);
        run.Text.ShouldContain($"{build.Folder.PathOf("deploy/bad/config.yaml")}(5,3): error GOT2101: ");
    }

    [Fact]
    public async Task Lints_what_is_right()
    {
        build.Folder.Write("deploy/good/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await build.BuildAsync("-t:GitOpsLint", "-p:GitOpsLintPath=../../deploy/good", "-getProperty:GitOpsLintResultFiles");
        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldBe("1");
    }

    [Fact]
    public async Task Bumps_and_hands_on_what_changed()
    {
        build.Folder.Write("deploy/web/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await build.BuildAsync(
            "-t:GitOpsBump", "-p:GitOpsBumpPath=../../deploy/web", "-p:GitOpsBumpImage=ghcr.io/acme/web:1.1.0", "-getProperty:GitOpsBumpResultFiles");
        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldBe("deploy/web/web.yaml");
        build.Folder.Read("deploy/web/web.yaml").ShouldBe(Manifests.Deployment("ghcr.io/acme/web:1.1.0"));
    }

    [Fact]
    public async Task Says_what_the_engine_says_of_a_missing_input()
    {
        var run = await build.BuildAsync("-t:GitOpsBump");
        run.ExitCode.ShouldBe(1);
        run.Text.ShouldContain("error GOT1001: Neither --image nor --setter is given.");
    }

    [Fact]
    public async Task Does_nothing_in_a_build_that_did_not_ask()
    {
        build.Folder.Write("src/app/bad.yaml", Manifests.DuplicateKey);
        var run = await build.BuildAsync("-v:normal");
        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.ShouldNotContain("GOT");
    }

    [Theory]
    [InlineData("-p:GitOpsSkip=true")]
    [InlineData("-p:DesignTimeBuild=true")]
    public async Task Does_nothing_where_it_is_to_be_left_out(string property)
    {
        var run = await build.BuildAsync("-t:GitOpsBump", property);
        run.ExitCode.ShouldBe(0, run.Text);
    }

    [Fact]
    public async Task Runs_once_for_a_project_with_several_frameworks()
    {
        build.Folder.Write("deploy/once/web.yaml", Manifests.Deployment("ghcr.io/acme/web:1.0.0"));
        var run = await DotNet.RunAsync(
            build.Folder.PathOf("src/twice"), "build", "-t:GitOpsLint", "-p:GitOpsLintPath=../../deploy/once", "-v:minimal");
        run.ExitCode.ShouldBe(0, run.Text);
        run.Text.Split("1 file: 0 errors").Length.ShouldBe(2, run.Text);
    }
}
