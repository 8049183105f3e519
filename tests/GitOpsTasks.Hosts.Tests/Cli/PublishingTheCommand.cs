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
        Path.TrimEndingDirectorySeparator(await PropertyAsync("PublishDir", "SelfContained=true")).ShouldBe(Repository.PathOf(ActionImage.PublishedFolder(Repository.Root)));

    /// <summary>The Dockerfile copies the published folder, and a package has all of the other.</summary>
    [Fact]
    public async Task Keeps_what_is_packed_as_a_tool_apart_from_what_is_published() =>
        (await PropertyAsync("PublishDir", "_IsPacking=true")).ShouldNotBe(await PropertyAsync("PublishDir"));

    private static Task<string> FolderAsync(bool withRuntime) =>
        PropertyAsync("IntermediateOutputPath", $"SelfContained={(withRuntime ? "true" : "false")}");

    private static async Task<string> PropertyAsync(string name, params string[] given)
    {
        var result = await DotNet.RunAsync(
            Repository.PathOf("actions/GitOpsTasks.Cli"),
            ["msbuild", $"-getProperty:{name}", "-p:Configuration=Release", "-p:RuntimeIdentifier=linux-x64", .. given.Select(property => $"-p:{property}")]);
        result.ExitCode.ShouldBe(0, result.Error);
        return result.Text.Trim();
    }
}
