using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class PublishingTheCommand
{
    /// <summary>Files compiled for one image with the runtime abort without it, and the SDK would take them for up to date.</summary>
    [Fact]
    public async Task Keeps_what_is_compiled_with_the_runtime_apart_from_what_is_not() =>
        (await FolderAsync(withRuntime: true)).ShouldNotBe(await FolderAsync(withRuntime: false));

    private static async Task<string> FolderAsync(bool withRuntime)
    {
        var result = await DotNet.RunAsync(
            Repository.PathOf("actions/GitOpsTasks.Cli"),
            "msbuild",
            "-getProperty:IntermediateOutputPath",
            "-p:Configuration=Release",
            "-p:RuntimeIdentifier=linux-x64",
            $"-p:SelfContained={(withRuntime ? "true" : "false")}");
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Text.Trim();
    }
}
