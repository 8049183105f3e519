using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

[Collection(nameof(BuildFolders))]
public sealed class GeneratingIncrementally(BuildFolder build)
{
    private const string Skipped = "Skipping target \"GitOpsGenerate\" because all output files are up-to-date";
    private const string Made = "deploy/made/base/deployment.yaml";

    [Fact]
    public async Task Runs_only_where_a_spec_is_newer_or_a_file_is_missing()
    {
        Specify(8080);
        (await GenerateAsync()).ShouldNotContain(Skipped);
        (await GenerateAsync()).ShouldContain(Skipped);

        File.Delete(build.Folder.PathOf(Made));
        (await GenerateAsync()).ShouldNotContain(Skipped);
        build.Folder.Read(Made).ShouldContain("containerPort: 8080");

        Specify(9090);
        (await GenerateAsync()).ShouldNotContain(Skipped);
        build.Folder.Read(Made).ShouldContain("containerPort: 9090");
        (await GenerateAsync("-p:GitOpsGenerateCheck=true")).ShouldNotContain(Skipped);
        (await GenerateAsync("-p:GitOpsGenerateCheck=true")).ShouldNotContain(Skipped);
    }

    private void Specify(int port) => build.Folder.Write(
        "config/web.yaml", $"apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.0.0\nport: {port}\nenvironments: {{ prod: {{}} }}\n");

    private async Task<string> GenerateAsync(params string[] more)
    {
        ProcessResult run = await build.BuildAsync(
            ["-t:GitOpsGenerate", "-p:GitOpsGenerateSpec=../../config/web.yaml", "-p:GitOpsGenerateOut=../../deploy/made", "-v:normal", .. more]);
        run.ExitCode.ShouldBe(0, run.Text);
        return run.Text;
    }
}
