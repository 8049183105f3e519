using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>
/// The command as it is shipped in the image: ReadyToRun, with the runtime. Published once per run, to where the Dockerfile
/// takes it from, so that a second run of the tests only looks whether anything changed.
/// </summary>
internal static class PublishedCommand
{
    private static readonly Lazy<Task<string>> s_folder = new(PublishAsync);

    /// <summary>Absolute path of the folder it is in.</summary>
    public static Task<string> FolderAsync() => s_folder.Value;

    private static async Task<string> PublishAsync()
    {
        var publishing = await DotNet.RunAsync(
            Repository.Root, "publish", "actions/GitOpsTasks.Cli", "-c", "Release", "-r", "linux-x64", "--self-contained", "true", "-v", "quiet", "-nologo");
        publishing.ExitCode.ShouldBe(0, publishing.Text + publishing.Error);
        return Repository.PathOf(Parts.ActionImage.PublishedFolder(Repository.Root));
    }
}
