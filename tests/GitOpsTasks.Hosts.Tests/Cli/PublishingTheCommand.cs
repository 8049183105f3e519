using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Cli;

public sealed class PublishingTheCommand
{
    /// <summary>Files compiled for one image with the runtime abort without it, and the SDK would take them for up to date.</summary>
    [Fact]
    public async Task Keeps_what_is_compiled_with_the_runtime_apart_from_what_is_not() =>
        (await FolderAsync(withRuntime: true)).ShouldNotBe(await FolderAsync(withRuntime: false));

    [Fact]
    public async Task Puts_what_the_image_is_made_of_where_the_Dockerfile_takes_it_from() =>
        Path.TrimEndingDirectorySeparator(await PropertyAsync("PublishDir", withRuntime: true)).ShouldBe(Repository.PathOf(ActionImage.PublishedFolder(Repository.Root)));

    private static Task<string> FolderAsync(bool withRuntime) => PropertyAsync("IntermediateOutputPath", withRuntime);

    private static async Task<string> PropertyAsync(string property, bool withRuntime)
    {
        var result = await DotNet.RunAsync(
            Repository.PathOf("actions/GitOpsTasks.Cli"),
            "msbuild",
            $"-getProperty:{property}",
            "-p:Configuration=Release",
            "-p:RuntimeIdentifier=linux-x64",
            $"-p:SelfContained={(withRuntime ? "true" : "false")}");
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Text.Trim();
    }
}
